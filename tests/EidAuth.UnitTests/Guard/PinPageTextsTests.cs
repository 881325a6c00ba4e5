using EidAgent.Pages;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Guard;

[Trait("Group", TestGroup.Agent)]
public sealed class PinPageTextsTests
{
    [Theory]
    [InlineData(nameof(UiLanguage.Dutch))]
    [InlineData(nameof(UiLanguage.French))]
    [InlineData(nameof(UiLanguage.German))]
    [InlineData(nameof(UiLanguage.English))]
    public void Each_language_says_everything_in_its_own_words(string name)
    {
        var texts = Strings(PinPageTexts.In(Enum.Parse<UiLanguage>(name)));

        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(
            Enum.GetValues<UiLanguage>().Where(other => other.ToString() != name),
            other => Assert.Empty(texts.Intersect(Strings(PinPageTexts.In(other)))));
    }

    private static List<string> Strings(PinPageTexts texts) =>
    [
        .. typeof(PinPageTexts).GetProperties().Select(property => property.GetValue(texts)).SelectMany(value => value switch
        {
            string text => [text],
            PageText text => [text.Heading, text.Explanation],
            IReadOnlyList<string> list => list,
            _ => Array.Empty<string>(),
        }),
    ];
}
