using System.Reflection;
using System.Text;
using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PinWordingTests
{
    [Fact]
    public void The_site_stands_on_a_line_of_its_own()
    {
        var lines = PinWording.Describe(new PinQuestion(Site("https://loket.example.be"), "nl", 3, false)).Split('\n');

        Assert.Contains("https://loket.example.be", lines);
        Assert.Contains("U hebt nog 3 pogingen.", lines);
    }

    [Theory]
    [InlineData("nl", "Let op: dit is de laatste poging.")]
    [InlineData("fr", "Attention : c'est le dernier essai.")]
    [InlineData("de", "Achtung: Dies ist der letzte Versuch.")]
    [InlineData("en", "Careful: this is the last try.")]
    [InlineData("xx", "Careful: this is the last try.")]
    public void The_last_try_is_announced(string language, string text) =>
        Assert.Contains(text, PinWording.Describe(new PinQuestion(Site("https://a.example"), language, 1, false), line: 200));

    [Fact]
    public void Nothing_is_said_of_tries_when_the_card_cannot_tell()
    {
        var description = PinWording.Describe(new PinQuestion(Site("https://a.example"), "en", null, false));

        Assert.EndsWith("log in to this website.", description);
        Assert.DoesNotContain("reader", description);
    }

    [Fact]
    public void A_host_with_other_letters_is_shown_in_punycode() =>
        Assert.Equal("https://xn--mnchen-3ya.example", PinWording.Show(Site("https://münchen.example")));

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("en")]
    public void The_longest_host_is_folded_whole_and_fits_the_command(string language)
    {
        var label = new string('a', 63);
        var site = Site($"https://{label}.{label}.{label}.{new string('b', 52)}.example:65535");

        var description = PinWording.Describe(new PinQuestion(site, language, 1, false)
        {
            Reader = string.Concat(Enumerable.Repeat("\U0001F600", 3000)),
            Leaves = ["identity", "address", "photo"],
        });

        Assert.All(description.Split('\n'), line => Assert.True(line.EnumerateRunes().Count() <= 64));
        var lines = description.Split('\n').SkipWhile(line => !line.StartsWith("https://", StringComparison.Ordinal)).ToArray();
        Assert.All(lines[..6], line => Assert.InRange(line.Length, 1, 48));
        Assert.Equal("", lines[6]);
        Assert.True(description.Count(c => c == '\n') <= 19, "too tall for letters of twice the usual size on 800 lines");
        Assert.Contains(site.Value, description.Replace("\n", "", StringComparison.Ordinal));
        Assert.True(Encoding.UTF8.GetByteCount("SETDESC " + AssuanText.Escape(description)) <= 1000);
    }

    [Fact]
    public void What_leaves_the_card_is_named_whole()
    {
        var question = new PinQuestion(Site("https://a.example"), "en", 3, false);

        Assert.Contains("The website receives your login certificate with your name and national number.\n", PinWording.Describe(question, line: 200));
        Assert.Contains(
            "national number, your identity data, your address, your photo.\n",
            PinWording.Describe(question with { Leaves = ["photo", "identity", "address", "<b>other</b>"] }, line: 200));
    }

    [Fact]
    public void Nothing_is_said_to_leave_when_the_agent_itself_asks()
    {
        var description = PinWording.Describe(new PinQuestion(null, "en", 2, false) { Purpose = PinPurpose.Check, Reader = "Reader 00 00" }, line: 72);

        Assert.Equal("Type the PIN of the eID card in the reader, to check it.\n\nCard reader: Reader 00 00\nYou have 2 tries left.", description);
    }

    [Theory]
    [InlineData("100 %", "100 %25")]
    [InlineData("a\nSETOK b\r", "a%0ASETOK b%0D")]
    [InlineData("\0\u001B[2J\u009B", "%00%1B[2J%9B")]
    [InlineData("é", "é")]
    public void No_text_can_end_its_line(string text, string escaped) => Assert.Equal(escaped, AssuanText.Escape(text));

    [Fact]
    public void Each_language_says_everything_in_its_own_words()
    {
        var languages = new[] { "nl", "fr", "de", "en" }.Select(PinPromptTexts.In).ToArray();
        Assert.Equal(4, languages.Distinct().Count());

        foreach (var text in typeof(PinPromptTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var said = languages.Select(language => (string)text.GetValue(language)!).ToArray();
            Assert.All(said, one => Assert.False(string.IsNullOrWhiteSpace(one)));
            if (text.Name is not nameof(PinPromptTexts.Ok))
            {
                Assert.True(said.Distinct().Count() == 4, $"{text.Name} is the same in two languages");
            }
        }

        Assert.All(languages, texts => Assert.Contains("{0}", texts.TriesLeft));
    }

    private static Origin Site(string text) => Origin.TryParse(text, out var origin) ? origin! : throw new InvalidOperationException(text);
}
