using System.Globalization;
using EidAgent.Data;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAuth.Login;

namespace EidAgent.Diary;

/// <summary>The diary, the newest entries first, in pages of entries.</summary>
internal sealed class DiaryPage(UiLanguage language, DiaryContent diary, string token, TimeZoneInfo zone)
{
    /// <summary>Its address.</summary>
    public const string At = "/diary";

    /// <summary>Last segments of its buttons.</summary>
    public const string On = "on";

    /// <inheritdoc cref="On"/>
    public const string Off = "off";

    /// <inheritdoc cref="On"/>
    public const string Erase = "erase";

    /// <inheritdoc cref="On"/>
    public const string ExportJson = "export-json";

    /// <inheritdoc cref="On"/>
    public const string ExportCsv = "export-csv";

    /// <summary>How many entries stand on one page.</summary>
    public const int PageLength = 25;

    private readonly DiaryTexts texts = DiaryTexts.In(language);

    /// <summary>Why the button that was pressed did nothing.</summary>
    public KeepingFault? NotDone { get; init; }

    /// <summary>The button to erase was pressed without its tick.</summary>
    public bool EraseNotConfirmed { get; init; }

    /// <summary>The main element.</summary>
    /// <param name="asked">Which page, from 1; one that does not exist is the nearest that does.</param>
    public Html Content(int asked)
    {
        var count = Math.Max(1, (diary.Entries.Count + PageLength - 1) / PageLength);
        var page = Math.Clamp(asked, 1, count);
        var shown = diary.Entries.Reverse().Skip((page - 1) * PageLength).Take(PageLength);
        return PageLayout.MainElement(Html.Of($"""
            <h1>{texts.Page.Heading}</h1>
            <p class="lead">{texts.Page.Explanation}</p>
            {FaultNote.NotDone(language, NotDone)}
            {FaultNote.Of(language, diary.Fault)}
            {(EraseNotConfirmed ? Html.Of($"""<p class="note warning" role="alert">{texts.EraseNotConfirmed}</p>""") : Html.None)}
            <p class="note" id="diary-state">{(diary.IsOn ? texts.IsOn : texts.IsOff)}</p>
            {(diary.Entries.Count == 0 ? Html.Of($"<p>{texts.Empty}</p>") : Html.None)}
            <ul class="entries">{Html.Join(shown.Select(Row))}</ul>
            {(count == 1 ? Html.None : Pages(page, count))}
            {(diary.Entries.Count == 0 ? Html.None : Export())}
            {Settings()}
            """));
    }

    private Html Row(DiaryEntry entry, int number) => Html.Of($"""
        <li aria-labelledby="entry-{number}"><h2 id="entry-{number}"><time datetime="{DiaryLine.Time(entry.At)}">{PageDates.Moment(language, entry.At, zone)}</time> {(Origin.TryParse(entry.Origin, out var origin) ? PageLayout.Address(origin!) : Html.None)}</h2>
        <p>{texts.Purposes[entry.Purpose]}</p>
        <dl>
        <div><dt>{texts.Outcome}</dt><dd>{texts.Outcomes[DiaryOutcomes.Of(entry)]}{(entry.Ending is { } ending ? Html.Of($" <code>{ending}</code>") : Html.None)}</dd></div>
        {(entry.Purpose == DiaryPurpose.Login ? Html.Of($"""
            <div><dt>{texts.Asked}</dt><dd>{texts.Say(entry.Asked)}</dd></div>
            <div><dt>{texts.Given}</dt><dd>{texts.Say(entry.Given)}</dd></div>
            """) : Html.None)}
        </dl></li>
        """);

    private Html Pages(int page, int count) => Html.Of($"""
        <nav class="pages" aria-label="{texts.Pages}">
        {(page > 1 ? Html.Of($"""<a id="newer" href="{At}?page={page - 1}&amp;lang={language.Code()}">{texts.Newer}</a>""") : Html.None)}
        <span>{texts.PageOf.Replace("{0}", Number(page), StringComparison.Ordinal).Replace("{1}", Number(count), StringComparison.Ordinal)}</span>
        {(page < count ? Html.Of($"""<a id="older" href="{At}?page={page + 1}&amp;lang={language.Code()}">{texts.Older}</a>""") : Html.None)}
        </nav>
        """);

    private Html Export() => Html.Of($"""
        <section class="next" aria-labelledby="take-away"><h2 id="take-away">{texts.TakeAway}</h2>
        <div class="actions">{Button(ExportJson, texts.ExportJson)}{Button(ExportCsv, texts.ExportCsv)}</div></section>
        """);

    private Html Settings() => Html.Of($"""
        <section class="next" aria-labelledby="settings"><h2 id="settings">{texts.Settings}</h2>
        <div class="actions">{(diary.IsOn ? Button(Off, texts.SwitchOff) : Button(On, texts.SwitchOn))}</div>
        {(diary.Entries.Count == 0 ? Html.None : Html.Of($"""
            <form method="post" action="{OwnPages.ActionOf(At, Erase, language)}" autocomplete="off"><input type="hidden" name="page_token" value="{token}">
            <p class="choice"><label for="sure"><input type="checkbox" id="sure" name="sure" value="yes" required>{texts.EraseConfirm}</label></p>
            <button id="{Erase}" class="danger">{texts.Erase}</button></form>
            """))}</section>
        """);

    private Html Button(string action, string label) => PageLayout.Button(OwnPages.ActionOf(At, action, language), token, action, label, "plain");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
