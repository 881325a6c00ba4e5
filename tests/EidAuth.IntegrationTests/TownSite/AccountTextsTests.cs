using System.Globalization;
using System.Reflection;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using TownSite.Texts;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.Town)]
public sealed class AccountTextsTests
{
    public static TheoryData<string> Records => [nameof(AccountTexts), nameof(AccountRefusalTexts), nameof(PlacesTexts), nameof(ProfileTexts), nameof(SecurityTexts)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Each_language_says_everything_in_its_own_words(string record)
    {
        var type = typeof(AccountTexts).Assembly.GetType("TownSite.Texts." + record)!;
        var all = ((System.Collections.IEnumerable)type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Cast<object>().ToArray();

        Assert.Equal(4, all.Length);
        foreach (var text in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var said = all.Select(texts => (string)text.GetValue(texts)!).ToArray();
            Assert.All(said, one => Assert.False(string.IsNullOrWhiteSpace(one) || one != one.Trim(), $"{text.Name} is missing in a language"));

            // One pair of neighbours may share a word; a language left in another's words would share with two.
            Assert.True(said.Distinct().Count() >= 3, $"{text.Name}: {string.Join(" | ", said)}");
        }
    }

    [Fact]
    public void Every_refusal_and_every_event_has_a_sentence()
    {
        var english = new CultureInfo("en");
        Assert.All(Enum.GetValues<AccountRefusal>(), refusal => Assert.NotEmpty(AccountRefusalTexts.In(english).Of(refusal)));
        Assert.All(Enum.GetValues<EidAccountEventKind>(), kind => Assert.NotEmpty(SecurityTexts.In(english).Of(kind)));
    }
}
