using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

[Trait("Group", TestGroup.Card)]
public sealed class ReplayingHandleTests
{
    private const string Head = "EidAuth card transcript 1\nsource: by hand\ndate: 2026-11-22\nreader: none\natr: 3B7F\nexpect: read\n";

    private const string File = Head + """
        > 00A4080C063F00DF014033
        = 9000
        > 00B0000000
        = 6C04
        > 00B0000004
        < 01020304
        = 9000

        """;

    [Fact]
    public void What_was_recorded_is_answered()
    {
        using var card = Card(File);

        Assert.Equal("9000", Send(card, "00A4080C063F00DF014033"));
        Assert.Equal("6C04", Send(card, "00B0000000"));
        Assert.Equal("010203049000", Send(card, "00B0000004"));
        Assert.Equal("9000", Send(card, "80E6000000"));
        Assert.Equal([0xA4, 0xB0, 0xB0, 0xE6], card.Instructions);
    }

    [Theory]
    [InlineData("00A4020C024033", "9000")]
    [InlineData("00B0000002", "01029000")]
    [InlineData("00B0000202", "03049000")]
    [InlineData("00B0000206", "6C02")]
    [InlineData("00B0000400", "6B00")]
    public void A_file_may_be_selected_and_read_in_other_ways(string command, string answer)
    {
        using var card = Card(File);
        Send(card, "00A4080C063F00DF014033");

        Assert.Equal(answer, Send(card, command));
    }

    [Theory]
    [InlineData("00A4080C063F00DF014031", "line 0")]
    [InlineData("00B0000000", "3F00 selected")]
    [InlineData("00C0000004", "GET RESPONSE")]
    [InlineData("0020000108241234FFFFFFFFFF", "0020000108 (VERIFY, its data not written down), 13 bytes")]
    public void What_was_not_recorded_is_a_deviation(string command, string message)
    {
        using var card = Card(File);

        var deviation = Assert.Throws<TranscriptDeviationException>(() => Send(card, command));

        Assert.Contains(message, deviation.Message);
        Assert.DoesNotContain("1234", deviation.Message);
    }

    [Fact]
    public void A_reader_that_resolves_lengths_answers_short_in_other_pieces_too()
    {
        using var card = Card(Head + "> 00A4080C063F00DF014033\n= 9000\n> 00B0000000\n< 01020304\n= 9000\n");
        Send(card, "00A4080C063F00DF014033");

        Assert.Equal("03049000", Send(card, "00B0000206"));
        Assert.Equal("6B00", Send(card, "00B0000401"));
    }

    [Fact]
    public void Verify_is_answered_once_for_each_time_in_the_recording()
    {
        using var card = Card(Head + "> 0020000108 ................\n= 63C2\n> 0020000108 ................\n= 9000\n");

        Assert.Equal("63C2", Send(card, "0020000108241234FFFFFFFFFF"));
        Assert.Equal("9000", Send(card, "0020000108244711FFFFFFFFFF"));
        Assert.Throws<TranscriptDeviationException>(() => Send(card, "0020000108241234FFFFFFFFFF"));
    }

    [Fact]
    public void Get_response_follows_its_own_command()
    {
        using var card = Card(Head + "> 80B2010300\n= 6102\n> 00C0000002\n< 0102\n= 9000\n");

        Assert.Equal("6102", Send(card, "80B2010300"));
        Assert.Equal("01029000", Send(card, "00C0000002"));
        Assert.Throws<TranscriptDeviationException>(() => Send(card, "00C0000002"));
    }

    [Fact]
    public void A_recorded_removal_stays()
    {
        using var card = Card(Head + "> 80E400001C\n! Removed\n");

        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Send(card, "80E400001C")).Fault);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Send(card, "80E400001C")).Fault);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(card.BeginTransaction).Fault);
    }

    [Fact]
    public void A_recorded_card_is_read_by_the_library()
    {
        using var session = BelpicSession.Open(new ReplayingHandle(RecordedCards.Record(EidAuth.Simulator.Cards.Citizen.All["adult-17"]).Again()));

        Assert.Equal(AppletVersion.V17, session.Applet);
        Assert.Equal("1000", session.ReadContent(CardParts.Address).Address!.Zip);
    }

    private static ReplayingHandle Card(string text)
    {
        Assert.True(Transcript.TryParse(Encoding.ASCII.GetBytes(text), out var transcript, out var error), error.ToString());
        return new ReplayingHandle(transcript!);
    }

    private static string Send(ReplayingHandle card, string command)
    {
        var answer = new byte[258];
        return Convert.ToHexString(answer.AsSpan(0, card.Transmit(Convert.FromHexString(command), answer)));
    }
}
