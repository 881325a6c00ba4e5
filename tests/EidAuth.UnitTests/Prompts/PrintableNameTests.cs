using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.Agent)]
public sealed class PrintableNameTests
{
    [Theory]
    [InlineData("ACS ACR38U 00 00", "ACS ACR38U 00 00")]
    [InlineData("Lecteur café", "Lecteur café")]
    [InlineData("a\nhttps://b.example", "a\uFFFDhttps://b.example")]
    [InlineData("\0\u001B[2J", "\uFFFD\uFFFD[2J")]
    [InlineData("\u202Eelpmaxe", "\uFFFDelpmaxe")]
    [InlineData("a\u2028\u2029\u200B\u00A0b", "a\uFFFD\uFFFD\uFFFD\uFFFDb")]
    [InlineData("e\u0301\u0301", "e\uFFFD\uFFFD")]
    [InlineData("<b>&amp;</b>", "‹b›＆amp;‹/b›")]
    public void What_moves_or_hides_text_is_made_visible(string name, string shown) => Assert.Equal(shown, PrintableName.Of(name));

    [Fact]
    public void Half_a_character_is_made_visible() => Assert.Equal("\uFFFDx", PrintableName.Of("\uD800x"));

    [Fact]
    public void A_long_name_keeps_its_end()
    {
        var shown = PrintableName.Of(new string('R', 500) + " (12345) 01 00");

        Assert.Equal(56, shown.Length);
        Assert.EndsWith("RR (12345) 01 00", shown);
        Assert.Contains("…", shown);
        Assert.Equal(new string('R', 56), PrintableName.Of(new string('R', 56)));
    }
}
