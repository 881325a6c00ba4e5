using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>The warning beside an address that could be taken for another: why, and both of them, one below the other.</summary>
internal static class LookAlikeNote
{
    public static Html Of(SiteTexts texts, LoginAttempt attempt) => attempt.Consent.Acquaintance.LookAlike is not { } found ? Html.None : Html.Of($"""
        <section class="note warning" role="alert" aria-labelledby="look-alike" data-look-alike="{found.Code}"><h2 id="look-alike">{(found.IsStrong ? texts.StrongHeading : texts.WeakHeading)}</h2>
        <p>{texts.LookAlikes[found.Kind]}</p>
        {(found.Resembles is null ? Html.None : Html.Of($"""
            <dl><div><dt>{texts.ThisOne}</dt><dd>{PageLayout.Address(attempt.Request.ReturnTo.Origin)}</dd></div><div><dt>{texts.Resembled}</dt><dd>{Resembled(found.Resembles)}</dd></div></dl>
            """))}
        </section>
        """);

    private static Html Resembled(string resembles) => Origin.TryParse(resembles, out var origin)
        ? PageLayout.Address(origin!)
        : Html.Of($"""<bdi dir="ltr" class="origin"><strong>{resembles}</strong></bdi>""");
}
