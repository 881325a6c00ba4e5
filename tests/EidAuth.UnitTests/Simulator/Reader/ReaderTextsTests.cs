using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public class ReaderTextsTests
{
    public static TheoryData<string> Languages => [.. ReaderTexts.Languages];

    [Fact]
    public void There_are_four_languages()
    {
        Assert.Equal(["nl", "fr", "de", "en"], ReaderTexts.Languages);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_missing_or_blank(string language)
    {
        var texts = ReaderTexts.In(language);
        var needed = ReaderView.Templates.SelectMany(template => template.TextNames)
            .Concat(Enum.GetNames<ReaderDisplay>().Select(display => "display." + display))
            .Concat(["language", "display.PinWrong.one", "display.PinWrong.many", "advice.keypad", "advice.noKeypad", "advice.pin"])
            .Concat(Enum.GetNames<FaultKind>().Select(kind => "fault." + kind))
            .Concat(Enum.GetNames<CitizenGroup>().Select(group => "group." + group))
            .Concat(["trouble.planned", "hint.onHold", "hint.expired", "hint.notActivated", "hint.forged", "hint.noCertificates"])
            .Concat(["hint.revoked", "hint.blocked", "hint.oneTry", "hint.twoTries"])
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(needed, texts.Names.Order(StringComparer.Ordinal));
        Assert.All(texts.Names, name => Assert.NotEmpty(texts[name].Trim()));
        Assert.Contains("{n}", texts["display.PinWrong.many"], StringComparison.Ordinal);
        Assert.Contains("{n}", texts["trouble.planned"], StringComparison.Ordinal);
        Assert.Contains("{fault}", texts["trouble.planned"], StringComparison.Ordinal);
        Assert.DoesNotContain(texts.Names, name => name is not ("display.PinWrong.many" or "trouble.planned") && texts[name].Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, "Pincode fout. Nog 3 pogingen")]
    [InlineData(1, "Pincode fout. Nog 1 poging")]
    [InlineData(null, "Pincode fout")]
    public void A_wrong_PIN_is_told_with_the_tries_left(int? left, string expected)
    {
        var panel = new ReaderPanel("adult-18", ReaderDisplay.PinWrong, 0, false, 7) { TriesLeft = left };

        Assert.Equal(expected, ReaderTexts.In("nl").Display(panel));
    }

    [Theory]
    [InlineData("de", "fr,en;q=0.5", "de")]
    [InlineData(null, "fr-BE,nl;q=0.9", "fr")]
    [InlineData(null, "ja, en;q=0.2, nl;q=0.8", "nl")]
    [InlineData(null, "ja", "en")]
    [InlineData(null, "nl;q=0, de", "de")]
    [InlineData(null, "", "en")]
    [InlineData(null, ";;;,\u0000,q=", "en")]
    [InlineData("xx", "nl", "nl")]
    public void The_switch_wins_then_the_browser_then_English(string? asked, string accepted, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = accepted;

        Assert.Equal(expected, ReaderTexts.For(context.Request, asked).Language);
    }
}
