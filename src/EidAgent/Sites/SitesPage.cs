using System.Globalization;
using EidAgent.Data;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>The sites that are remembered, each with what can be done about it.</summary>
internal static class SitesPage
{
    /// <summary>Its address.</summary>
    public const string At = "/sites";

    /// <summary>Last segments of its buttons.</summary>
    public const string Block = "block";

    /// <inheritdoc cref="Block"/>
    public const string Unblock = "unblock";

    /// <inheritdoc cref="Block"/>
    public const string Forget = "forget";

    public static Html Content(UiLanguage language, SiteList list, KeepingFault? notDone, string token, TimeZoneInfo zone)
    {
        var texts = SiteTexts.In(language);
        return PageLayout.MainElement(Html.Of($"""
            <h1>{texts.Page.Heading}</h1>
            <p class="lead">{texts.Page.Explanation}</p>
            {FaultNote.NotDone(language, notDone)}
            {FaultNote.Of(language, list.Fault)}
            {(list.Sites.Count == 0 ? Html.Of($"""<p class="note">{texts.Empty}</p>""") : Html.None)}
            <ul class="entries">{Html.Join(list.Sites.Select((site, i) => Row(texts, site, i, token, zone)))}</ul>
            """));
    }

    private static Html Row(SiteTexts texts, SiteRecord site, int number, string token, TimeZoneInfo zone) => Html.Of($"""
        <li aria-labelledby="site-{number}"><h2 id="site-{number}">{(Origin.TryParse(site.Origin, out var origin) ? PageLayout.Address(origin!) : Html.None)}</h2>
        <dl>
        <div><dt>{texts.State}</dt><dd class="{(site.IsBlocked ? "blocked" : "known")}">{(site.IsBlocked ? texts.Blocked : texts.Allowed)}</dd></div>
        <div><dt>{texts.FirstSeen}</dt><dd>{PageDates.Day(texts.Language, site.FirstSeen, zone)}</dd></div>
        <div><dt>{texts.LastUsed}</dt><dd>{(site.LastUsed is { } last ? PageDates.Day(texts.Language, last, zone) : texts.Never)}</dd></div>
        <div><dt>{texts.Times}</dt><dd>{site.Times.ToString(CultureInfo.InvariantCulture)}</dd></div>
        </dl>
        <div class="actions">
        {(site.IsBlocked ? Button(texts, Unblock, texts.Unblock, site, number, token) : Button(texts, Block, texts.BlockIt, site, number, token))}
        {Button(texts, Forget, texts.Forget, site, number, token)}
        </div></li>
        """);

    private static Html Button(SiteTexts texts, string action, string label, SiteRecord site, int number, string token) => Html.Of($"""
        <form method="post" action="{OwnPages.ActionOf(At, action, texts.Language)}" autocomplete="off"><input type="hidden" name="page_token" value="{token}"><input type="hidden" name="origin" value="{site.Origin}"><button id="{action}-{number}" class="plain" aria-describedby="site-{number}">{label}</button></form>
        """);
}
