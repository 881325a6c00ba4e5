using EidAgent.Diary;
using EidAgent.Logins;
using EidAgent.Sites;

namespace EidAgent.Pages;

/// <summary>What the agent is, and where its person's own pages are.</summary>
internal static class HomePage
{
    public static Html Content(UiLanguage language)
    {
        var (texts, home) = (Texts.In(language), HomeTexts.In(language));
        return PageLayout.MainElement(Html.Of($"""
            <div class="picture">{Drawings.Of(LoginStep.InsertCard)}</div><h1>{texts.Home.Heading}</h1><p class="lead">{texts.Home.Explanation}</p>
            <p>{home.What}</p>
            <nav class="own" aria-label="{home.Pages}"><ul>
            {Link(DiaryPage.At, language, DiaryTexts.In(language).Page)}
            {Link(SitesPage.At, language, SiteTexts.In(language).Page)}
            {Link(PinPaths.Page, language, PinPageTexts.In(language).Start)}
            </ul></nav>
            """));
    }

    private static Html Link(string at, UiLanguage language, PageText page) => Html.Of($"""
        <li><a href="{at}?lang={language.Code()}">{page.Heading}</a><p>{page.Explanation}</p></li>
        """);
}
