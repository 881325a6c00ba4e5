using System.Collections;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Sites;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>What is said of sites, of the diary and of faults is complete in four languages.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class OwnTextsTests
{
    private static readonly Func<UiLanguage, object>[] Records = [KeepingTexts.In, SiteTexts.In, DiaryTexts.In, HomeTexts.In];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Records.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_is_missing_empty_or_left_untranslated(int record)
    {
        var languages = Enum.GetValues<UiLanguage>().Select(language => Strings("", Records[record](language)).ToDictionary()).ToList();
        Assert.All(languages, texts => Assert.Equal(languages[0].Keys.Order(), texts.Keys.Order()));
        Assert.All(languages[0].Keys, key =>
        {
            Assert.All(languages, texts => Assert.False(string.IsNullOrWhiteSpace(texts[key]), $"{key} is empty."));
            Assert.True(languages.Select(texts => texts[key]).Distinct().Count() == 4, $"{key} is left untranslated: {string.Join(" | ", languages.Select(texts => texts[key]))}");
            Assert.All(languages, texts => Assert.Equal(Places(languages[0][key]), Places(texts[key])));
        });
    }

    [Fact]
    public void Every_value_has_its_sentence()
    {
        Assert.Equal(Enum.GetValues<KeepingFault>().Order(), KeepingTexts.English.Faults.Keys.Order());
        Assert.Equal(Enum.GetValues<LookAlikeKind>().Order(), SiteTexts.English.LookAlikes.Keys.Order());
        Assert.Equal(Enum.GetValues<ConsentRemark>().Where(remark => remark != ConsentRemark.None).Order(), SiteTexts.English.Remarks.Keys.Order());
        Assert.Equal(Enum.GetValues<DiaryOutcome>().Order(), DiaryTexts.English.Outcomes.Keys.Order());
        Assert.Equal(Enum.GetValues<DiaryPurpose>().Order(), DiaryTexts.English.Purposes.Keys.Order());
        Assert.Equal(["address", "certificate", "identity", "photo"], DiaryTexts.English.Fields.Keys.Order());
    }

    [Theory]
    [InlineData(UiLanguage.Dutch, "1 maart 2026", "1 maart 2026, 23:30")]
    [InlineData(UiLanguage.French, "1er mars 2026", "1er mars 2026, 23:30")]
    [InlineData(UiLanguage.German, "1. März 2026", "1. März 2026, 23:30")]
    [InlineData(UiLanguage.English, "1 March 2026", "1 March 2026, 23:30")]
    public void Dates_are_written_in_the_language_and_the_computers_time(object language, string day, string moment)
    {
        var time = new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero);
        var zone = TimeZoneInfo.CreateCustomTimeZone("one hour", TimeSpan.FromHours(1), null, null);
        Assert.Equal(day, PageDates.Day((UiLanguage)language, time, zone));
        Assert.Equal(moment, PageDates.Moment((UiLanguage)language, time, zone));
        Assert.Equal("2 ", PageDates.Day((UiLanguage)language, time.AddHours(1), zone).Replace(".", "", StringComparison.Ordinal)[..2]);
    }

    [Fact]
    public void Each_fault_remark_and_likeness_has_one_row_in_the_documents()
    {
        Assert.Equal(Enum.GetValues<KeepingFault>().Select(fault => fault.Code()).Order(), AgentCodes.Rows("What cannot be kept").Select(row => row[0]).Order());
        Assert.Equal(
            Enum.GetValues<ConsentRemark>().Where(remark => remark != ConsentRemark.None).Select(ConsentState.Code).Order(),
            AgentCodes.Rows("Buttons that did nothing").Select(row => row[0]).Order());
        Assert.Equal(
            Enum.GetValues<LookAlikeKind>().Select(kind => new LookAlike(kind, false, null).Code).Order(),
            AgentCodes.Rows("Addresses that are pointed out").Select(row => row[0]).Order());
        Assert.Equal(
            new[] { DiaryOutcomes.SessionEndSent, DiaryOutcomes.SessionEndRefused, DiaryOutcomes.SessionEndUnanswered }.Order(),
            AgentCodes.Rows("Ends of sessions in the diary").Select(row => row[0]).Order());
    }

    private static string Places(string text) => string.Concat(new[] { "{0}", "{1}" }.Where(place => text.Contains(place, StringComparison.Ordinal)));

    private static IEnumerable<KeyValuePair<string, string>> Strings(string path, object? value) => value switch
    {
        string text => [new(path, text)],
        UiLanguage => [],
        PageText text => [new(path + ".Heading", text.Heading), new(path + ".Explanation", text.Explanation)],
        IDictionary table => table.Keys.Cast<object>().SelectMany(key => Strings($"{path}[{key}]", table[key])),
        not null => value.GetType().GetProperties().Where(property => property.GetMethod is { IsStatic: false, IsPublic: true }).SelectMany(property => Strings($"{path}.{property.Name}", property.GetValue(value))),
        _ => throw new InvalidOperationException($"{path} is of no kind this test knows."),
    };
}
