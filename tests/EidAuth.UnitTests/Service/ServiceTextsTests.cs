using System.Globalization;
using System.Text.RegularExpressions;
using EidAgent.Commands;
using EidAgent.Pages;
using EidAgent.Service;
using EidAgent.Service.Installation;
using EidAgent.Service.Texts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Service;

[Trait("Group", TestGroup.Agent)]
public sealed partial class ServiceTextsTests
{
    public static TheoryData<string> Languages => ["nl", "fr", "de", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_problem_and_every_holder_has_its_sentence(string language)
    {
        var texts = ServiceTexts.In(UiLanguages.Of(language)!.Value);

        Assert.Equal(Enum.GetValues<SocketProblem>(), texts.SocketProblems.Keys.Order());
        Assert.Equal(Enum.GetValues<StartMethod>(), texts.StartMethods.Keys.Order());
        Assert.Equal(Enum.GetValues<PortHolderKind>(), texts.PortStates.Keys.Order());
        Assert.Equal(Enum.GetValues<PortHolderKind>().Where(kind => kind != PortHolderKind.Nobody), texts.PortHolders.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_fills_in_the_same_values(string language)
    {
        var texts = ServiceTexts.In(UiLanguages.Of(language)!.Value);
        var english = ServiceTexts.In(UiLanguage.English);

        Assert.All(english.PortHolders, row => Assert.Equal(Places(row.Value), Places(texts.PortHolders[row.Key])));
        Assert.All(english.PortStates, row => Assert.Equal(Places(row.Value), Places(texts.PortStates[row.Key])));
        Assert.Equal(Places(english.Wrote + english.Removed), Places(texts.Wrote + texts.Removed));
        Assert.Equal(Places(english.SocketRefused), Places(texts.SocketRefused));
    }

    [Theory]
    [InlineData("Agent", 18, "Port 35353 is taken: an agent of yours runs already (process 17).")]
    [InlineData("ServiceManager", 18, "Port 35353 is taken: your session starts the agent by itself")]
    [InlineData("OtherProgram", 20, "Port 35353 is taken: your program nc\uFFFD[31m (process 17)")]
    [InlineData("AnotherUser", 19, "Port 35353 is taken: a program of the user anna holds it.")]
    [InlineData("Unknown", 20, "Port 35353 is taken: this system does not tell by whom.")]
    [InlineData("Nobody", 20, "Port 35353 is taken: this system does not tell by whom.")]
    public void Who_holds_the_port_is_said_with_its_own_code(string kind, int code, string sentence)
    {
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var holder = new PortHolder(Enum.Parse<PortHolderKind>(kind), "nc\e[31m", 17, "anna");

        Assert.Equal(code, (int)PortTaken.Tell(holder, 35353, ServiceTexts.In(UiLanguage.English), errors));
        Assert.StartsWith(sentence, errors.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
