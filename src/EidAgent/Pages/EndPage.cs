using EidAgent.Data;
using EidAgent.Logins;
using EidAgent.Sites;

namespace EidAgent.Pages;

/// <summary>The end of a login: back to the site with token or error, at once where the person knows why, after a page that explains otherwise.</summary>
internal static class EndPage
{
    public static Html Content(Texts texts, LoginAttempt attempt, LoginEnding ending)
    {
        var text = ending.GoesBackAtOnce() ? texts.Returning : texts.Endings[ending];
        return PageLayout.MainElement(Html.Of($"""
            <div class="picture">{(ending == LoginEnding.Signed ? Drawings.Done : Drawings.Stopped)}</div>
            <h1 data-ending="{ending.Code()}">{(ending.GoesBackAtOnce() ? texts.Endings[ending].Heading : text.Heading)}</h1>
            <p class="lead">{text.Explanation}</p>
            {(ending == LoginEnding.Signed && attempt.Request.End is not null ? Html.Of($"""<p class="note" id="leave-card-in">{texts.LeaveCardIn}</p>""") : Html.None)}
            {FaultNote.NotKept(texts.Language, attempt.Trace.NotKept)}
            <p class="to">{PageLayout.Address(attempt.Request.ReturnTo.Origin)}</p>
            <div class="actions">{(ending.OffersPinCheck() ? Offer(texts, attempt) : Html.None)}{Return(texts, attempt, ending, ending.OffersPinCheck() ? "plain" : "main")}</div>
            {(ending.OffersPinCheck() ? Html.Of($"""<p class="note">{PinPageTexts.In(texts.Language).OnCommandLine} <kbd>{PinPage.Command}</kbd></p>""") : Html.None)}
            {(ending == LoginEnding.SiteBlocked ? Html.Of($"""<p><a id="to-sites" href="{SitesPage.At}?lang={texts.Language.Code()}">{SiteTexts.In(texts.Language).ToSites}</a></p>""") : Html.None)}
            {(ending.GoesBackAtOnce() ? Html.None : Code(texts, ending.Code()))}
            """));
    }

    /// <summary>The code that a helpdesk asks for.</summary>
    public static Html Code(Texts texts, string code) => Html.Of($"""<p class="code">{texts.CodeLabel} <code>{code}</code></p>""");

    /// <summary>The form that carries the browser back to the site.</summary>
    public static Html Return(Texts texts, LoginAttempt attempt, LoginEnding ending, string kind)
    {
        var fields = attempt.Result is { } result
            ? Html.Join([
                Field("token", result.Token), Field("state", attempt.Request.State), Field("chain", result.Chain),
                result.Identity is { } identity ? Field("identity", identity) : Html.None])
            : Html.Join([Field("state", attempt.Request.State), Field("error", ending.Failure()!.Value.Code())]);
        var atOnce = ending.GoesBackAtOnce() ? Html.Of($" data-at-once") : Html.None;
        return Html.Of($"""
            <form id="return" method="post" action="{attempt.Request.ReturnTo.Uri.AbsoluteUri}" autocomplete="off"{atOnce}>{fields}<button id="back" class="{kind}">{texts.BackToSite}</button></form>
            """);
    }

    private static Html Offer(Texts texts, LoginAttempt attempt) => Html.Of($"""
        <a class="button main" id="check-pin" href="{PinPaths.With(PinPaths.Page, texts.Language, attempt.Id)}">{PinPageTexts.In(texts.Language).Offer}</a>
        """);

    private static Html Field(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");
}
