using EidAgent.Commands;
using EidAgent.Pages;
using EidAgent.Ports;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Agent)]
public sealed class ListenTextsTests
{
    [Fact]
    public void Every_reason_has_a_sentence_in_every_language_that_names_the_place() => Assert.All(Enum.GetValues<UiLanguage>(), language =>
    {
        var texts = ListenTexts.In(language);

        Assert.Equal(Enum.GetValues<HandedDoorProblem>(), texts.Doors.Keys.Order());
        Assert.All([.. texts.Doors.Values, texts.PortRefused, texts.PortUnusable], sentence => Assert.Contains("{0}", sentence, StringComparison.Ordinal));
    });
}
