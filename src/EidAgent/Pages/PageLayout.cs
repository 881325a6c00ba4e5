using EidAgent.Tracing;
using EidAuth.Login;

namespace EidAgent.Pages;

/// <summary>The frame around every page: head, banner, main, languages, foot. One style and one script, both in the page and both under its nonce.</summary>
internal static class PageLayout
{
    /// <summary>The one style of all pages.</summary>
    public static readonly Html Style = new(Embedded("agent.css"));

    private static readonly Html Script = new(Embedded("agent.js"));

    private static Html Brand(Texts texts, bool leadsHome) => leadsHome
        ? Html.Of($"""<a class="brand" href="/?lang={texts.Language.Code()}">{Drawings.Mark}{texts.AgentName}</a>""")
        : Html.Of($"""<span class="brand">{Drawings.Mark}{texts.AgentName}</span>""");

    /// <summary>A whole document.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="title">For the window's title bar.</param>
    /// <param name="main">The main element, from <see cref="MainElement"/>.</param>
    /// <param name="nonce">The nonce of this response's policy.</param>
    /// <param name="testTrust">Shows the TEST TRUST banner.</param>
    /// <param name="traced">Shows that a trace of the card's commands is being written.</param>
    /// <param name="languagesAt">The address the language links lead to, or null where a page has none.</param>
    /// <param name="leadsHome">The program's name leads to its home page: on its own pages, and not while something goes on that a click would leave. A refusal leads nowhere.</param>
    /// <param name="refreshes">Without script the page loads itself again every two seconds.</param>
    public static Html Document(Texts texts, string title, Html main, string nonce, bool testTrust, bool traced, string? languagesAt, bool leadsHome, bool refreshes) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{texts.Language.Code()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{title} · {texts.AgentName}</title>
        <link rel="icon" href="{Drawings.Icon}">
        <style nonce="{nonce}">{Style}</style>
        {(refreshes ? Html.Of($"""<noscript><meta http-equiv="refresh" content="2"></noscript>""") : Html.None)}
        </head>
        <body>
        <header class="top">{Brand(texts, leadsHome)}</header>
        {(testTrust ? Html.Of($"""<p class="test-trust" role="note">{texts.TestTrust}</p>""") : Html.None)}
        {(traced ? Html.Of($"""<p class="traced" role="note">{TraceTexts.In(texts.Language).Banner}</p>""") : Html.None)}
        {main}
        <p id="status" class="unseen" role="status"></p>
        <p id="gone" class="note warning" role="alert" hidden>{texts.AgentGone}</p>
        <footer class="foot">
        <p>{texts.Footer}</p>
        {(languagesAt is null ? Html.None : Languages(texts, languagesAt))}
        </footer>
        <script nonce="{nonce}">{Script}</script>
        </body>
        </html>

        """);

    /// <summary>The main element. Where it follows a login, the script asks for its successor and puts it in its place.</summary>
    public static Html MainElement(Html content, string? changesAt = null, int version = 0) => changesAt is null
        ? Html.Of($"""<main id="main">{content}</main>""")
        : Html.Of($"""<main id="main" data-changes="{changesAt}" data-version="{version}">{content}</main>""");

    /// <summary>An address for people: isolated from the direction of the text around it, the part that names the owner set off.</summary>
    public static Html Address(Origin origin)
    {
        var (before, owner, after) = OwnerOfHost.Split(origin.Value);
        return Html.Of($"""<bdi dir="ltr" class="origin">{before}<strong>{owner}</strong>{after}</bdi>""");
    }

    /// <summary>A form with one button that posts to one of the agent's own addresses.</summary>
    public static Html Button(string action, string pageToken, string id, string label, string kind, string? formId = null) => Html.Of($"""
        <form method="post" action="{action}" autocomplete="off"{(formId is null ? Html.None : Html.Of($" id=\"{formId}\""))}><input type="hidden" name="page_token" value="{pageToken}"><button id="{id}" class="{kind}">{label}</button></form>
        """);

    private static Html Languages(Texts texts, string address) => Html.Of($"""
        <nav class="languages" aria-label="{texts.LanguageChoice}"><ul>{Html.Join(Enum.GetValues<UiLanguage>().Select(language => language == texts.Language
            ? Html.Of($"""<li><span aria-current="true" lang="{language.Code()}">{language.Name()}</span></li>""")
            : Html.Of($"""<li><a href="{address}?lang={language.Code()}" hreflang="{language.Code()}" lang="{language.Code()}">{language.Name()}</a></li>""")))}</ul></nav>
        """);

    private static string Embedded(string name)
    {
        using var stream = typeof(PageLayout).Assembly.GetManifestResourceStream("EidAgent.Pages." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
