using System.Reflection;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using TownSite.Texts;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class CounterTextsTests
{
    [Fact]
    public void The_counter_says_everything_in_each_language() => Complete(CounterTexts.All, texts => texts.Tag);

    [Fact]
    public void The_office_says_everything_in_each_language() => Complete(OfficeTexts.All, texts => texts.Tag);

    [Fact]
    public void Mails_say_everything_in_each_language() => Complete(MailTexts.All, texts => texts.Tag);

    private static void Complete<T>(IReadOnlyList<T> all, Func<T, string> tag)
    {
        Assert.Equal(["nl", "fr", "de", "en"], all.Select(tag));
        foreach (var text in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var said = all.Select(texts => (string)text.GetValue(texts)!).ToArray();
            Assert.All(said, one => Assert.False(string.IsNullOrWhiteSpace(one), $"{text.Name} is missing in a language"));

            // A language left in another's words would share with two.
            Assert.True(said.Distinct().Count() >= 3, $"{text.Name}: {string.Join(" | ", said)}");
            Assert.Single(said.Select(Places).Distinct());
        }
    }

    // What is filled in is filled in everywhere.
    private static string Places(string text) => string.Join(' ', Regex.Matches(text, "\\{[0-9]\\}").Select(match => match.Value).Order());
}
