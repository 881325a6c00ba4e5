using System.Text;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

[Trait("Group", TestGroup.Card)]
public sealed class TranscriptParserTests
{
    private const string Head = "EidAuth card transcript 1\nsource: by hand\ndate: 2026-11-22\nreader: none\natr: 3B7F\nexpect: read\n";

    [Fact]
    public void Commands_answers_and_faults_are_read_with_their_lines()
    {
        var transcript = Parse(Head + "# a comment\n\n> 80E400001C ; GET CARD DATA\n< 0102\n< 03\n= 9000 ; done\n> 0020000108 ................\n! Removed\n");

        Assert.Equal("by hand", transcript.Source);
        Assert.Equal(new DateOnly(2026, 11, 22), transcript.Date);
        Assert.Equal("3B7F", Convert.ToHexString(transcript.Atr.Span));
        Assert.Equal(TranscriptExpectation.Read, transcript.Expectation);
        Assert.Collection(
            transcript.Exchanges,
            first =>
            {
                Assert.Equal("80E400001C", Convert.ToHexString(first.Command.Span));
                Assert.Equal("010203", Convert.ToHexString(first.Data.Span));
                Assert.Equal(StatusWord.Success, first.StatusWord);
                Assert.Equal((0, 9), (first.Withheld, first.Line));
            },
            second =>
            {
                Assert.Equal("0020000108", Convert.ToHexString(second.Command.Span));
                Assert.Equal((8, 13), (second.Withheld, second.Line));
                Assert.Null(second.StatusWord);
                Assert.Equal(CardFault.Removed, second.Fault);
            });
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var transcript = Parse(Head.Replace("expect: read", "expect: not-activated\napplet: 1.8\nnote: one\nnote: two", StringComparison.Ordinal)
            + "> 00A4080C063F00DF014031\n= 6985\n> 002A9E9A30 " + new string('.', 96) + "\n= 6160\n> 00C0000060\n< " + new string('0', 192) + "\n= 9000\n");

        var again = Parse(transcript.ToText());

        Assert.Equal(transcript.ToText(), again.ToText());
        Assert.Equal(TranscriptExpectation.NotActivated, again.Expectation);
        Assert.Equal("1.8", again.Applet);
        Assert.Equal(["one", "two"], again.Notes);
        Assert.Equal(48, again.Exchanges[1].Withheld);
        Assert.Equal(96, again.Exchanges[2].Data.Length);
    }

    [Theory]
    [InlineData("", "line 0: FirstLine")]
    [InlineData("EidAuth card transcript 2\n", "line 1: FirstLine")]
    [InlineData("EidAuth card transcript 1\n", "line 1: HeadMissing")]
    [InlineData("EidAuth card transcript 1\nsource by hand\n", "line 2: HeadLine")]
    [InlineData("EidAuth card transcript 1\nowner: somebody\n", "line 2: HeadName")]
    [InlineData("EidAuth card transcript 1\nsource: a\nsource: b\n", "line 3: HeadTwice")]
    [InlineData("EidAuth card transcript 1\nsource:  \n", "line 2: HeadLine")]
    [InlineData("EidAuth card transcript 1\nsource: caf\u00e9\n", "line 2: HeadValue")]
    [InlineData("EidAuth card transcript 1\ndate: 22/11/2026\n", "line 2: Date")]
    [InlineData("EidAuth card transcript 1\natr: 3B7\n", "line 2: Atr")]
    [InlineData("EidAuth card transcript 1\nexpect: magic\n", "line 2: Expectation")]
    public void A_broken_head_is_told_with_its_line(string text, string expected) => Assert.Equal(expected, Fault(text));

    [Theory]
    [InlineData("= 9000\n", "line 7: Unasked")]
    [InlineData("< 00\n", "line 7: Unasked")]
    [InlineData("! Removed\n", "line 7: Unasked")]
    [InlineData("> 00\n", "line 7: Command")]
    [InlineData("> 00A40\n", "line 7: Hex")]
    [InlineData("> 00200001 .\n", "line 7: Command")]
    [InlineData("> 00G40000\n", "line 7: Hex")]
    [InlineData("> 00A40000\n", "line 7: Unanswered")]
    [InlineData("> 00A40000\n> 00A40000\n", "line 8: Unanswered")]
    [InlineData("> 00A40000\n= 90\n", "line 8: StatusWord")]
    [InlineData("> 00A40000\n= 9000 9000\n", "line 8: StatusWord")]
    [InlineData("> 00A40000\n< 0G\n", "line 8: Hex")]
    [InlineData("> 00A40000\n! removed\n", "line 8: FaultName")]
    [InlineData("> 00A40000\n< 00\n! Removed\n", "line 9: Data")]
    [InlineData("> 00A40000\n= 9000\nsource: again\n", "line 9: UnknownLine")]
    public void A_broken_line_is_told_with_its_number(string body, string expected) => Assert.Equal(expected, Fault(Head + body));

    [Fact]
    public void An_answer_has_at_most_256_bytes()
    {
        Assert.Equal("line 8: Data", Fault(Head + "> 00B0000000\n< " + new string('0', 514) + "\n= 9000\n"));
        Assert.Equal(256, Parse(Head + "> 00B0000000\n< " + new string('0', 512) + "\n= 9000\n").Exchanges[0].Data.Length);
    }

    [Fact]
    public void A_command_has_at_most_261_bytes()
    {
        Assert.Equal("line 7: Command", Fault(Head + "> 00200001FF " + new string('.', 514) + "\n= 9000\n"));
        Assert.Equal(256, Parse(Head + "> 00200001FF " + new string('.', 512) + "\n= 9000\n").Exchanges[0].Withheld);
    }

    [Fact]
    public void A_text_longer_than_a_mebibyte_is_none() =>
        Assert.Equal("line 0: TooLong", Fault(Head + new string('\n', 1 << 20)));

    [Fact]
    public void There_are_at_most_16384_commands()
    {
        var line = "> 00000000\n= 9000\n";
        Assert.Equal(16_384, Parse(Head + string.Concat(Enumerable.Repeat(line, 16_384))).Exchanges.Count);
        Assert.Equal("line 32775: TooManyCommands", Fault(Head + string.Concat(Enumerable.Repeat(line, 16_385))));
    }

    private static Transcript Parse(string text)
    {
        Assert.True(Transcript.TryParse(Encoding.UTF8.GetBytes(text), out var transcript, out var error), error.ToString());
        return transcript!;
    }

    private static string Fault(string text)
    {
        Assert.False(Transcript.TryParse(Encoding.UTF8.GetBytes(text), out var transcript, out var error));
        Assert.Null(transcript);
        return error.ToString();
    }
}
