using System.Collections;
using EidAgent.Gate;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The four languages say all there is to say.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class TextsTests
{
    public static TheoryData<string> Languages => new(Enum.GetNames<UiLanguage>());

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_missing_or_empty(string name)
    {
        var texts = Texts.In(Enum.Parse<UiLanguage>(name));

        Assert.All(Strings(texts), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{name}: {text.Key} is empty."));
        Assert.Equal(Enum.GetValues<LoginStep>().Order(), texts.Steps.Keys.Order());
        Assert.Equal(Enum.GetValues<LoginEnding>().Order(), texts.Endings.Keys.Order());
        Assert.Equal(Enum.GetValues<AgentRefusal>().Where(refusal => !refusal.IsNeutral() && !refusal.IsSituation()).Order(), texts.Refusals.Keys.Order());
        Assert.Equal(["address", "identity", "photo"], texts.Fields.Keys.Order());
        Assert.Equal(5, texts.Stages.Count);
        Assert.Contains("{0}", texts.TriesLeft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dutch", "French")]
    [InlineData("Dutch", "German")]
    [InlineData("Dutch", "English")]
    [InlineData("French", "German")]
    [InlineData("French", "English")]
    [InlineData("German", "English")]
    public void No_text_was_left_untranslated(string one, string other)
    {
        var first = Strings(Texts.In(Enum.Parse<UiLanguage>(one))).ToDictionary();
        var second = Strings(Texts.In(Enum.Parse<UiLanguage>(other))).ToDictionary();

        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.DoesNotContain(first, text => second[text.Key] == text.Value);
    }

    [Fact]
    public void Each_language_has_its_own_texts() =>
        Assert.All(Enum.GetValues<UiLanguage>(), language => Assert.Equal(language, Texts.In(language).Language));

    // Every string of the record and of its tables, by its path.
    private static IEnumerable<KeyValuePair<string, string>> Strings(Texts texts) =>
        typeof(Texts).GetProperties().Where(property => property.Name != "Language").SelectMany(property => Strings(property.Name, property.GetValue(texts)));

    private static IEnumerable<KeyValuePair<string, string>> Strings(string path, object? value) => value switch
    {
        string text => [new(path, text)],
        PageText text => [new(path + ".Heading", text.Heading), new(path + ".Explanation", text.Explanation)],
        IDictionary table => table.Keys.Cast<object>().SelectMany(key => Strings($"{path}[{key}]", table[key])),
        IEnumerable list => list.Cast<object>().SelectMany((item, i) => Strings($"{path}[{i}]", item)),
        _ => throw new InvalidOperationException($"{path} is of no kind this test knows."),
    };
}
