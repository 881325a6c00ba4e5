using System.Text;
using EidAgent.Gate;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Ports;
using EidAuth.Login;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EidAgent.Pages;

/// <summary>Writes pages with the policy each of them needs.</summary>
internal sealed class PageWriter(AgentOptions options, TimeProvider clock, ILogger<PageWriter> log)
{
    private const string HtmlType = "text/html; charset=utf-8";

    /// <summary>The page at the root: what runs here, and the way to the person's own pages.</summary>
    public Task HomeAsync(HttpContext context)
    {
        var language = OwnPages.LanguageOf(context);
        return PageAsync(context, Texts.In(language), Texts.In(language).Home.Heading, HomePage.Content(language), "/", null);
    }

    /// <summary>The page of a login as it stands; returns the ending that it shows, or null.</summary>
    /// <param name="context">The request.</param>
    /// <param name="attempt">The login.</param>
    /// <param name="progress">Of it, and looked up before who is in the way: a page that shows something older then knows an older version, and is told.</param>
    /// <param name="busyWith">Who is in the way, or null.</param>
    public async Task<LoginEnding?> LoginAsync(HttpContext context, LoginAttempt attempt, LoginProgress progress, CardUse? busyWith)
    {
        var texts = Texts.In(attempt.Language);
        var origin = attempt.Request.ReturnTo.Origin;
        var title = progress.Ending is { } ending ? texts.Endings[ending].Heading
            : progress.Phase == LoginPhase.Consent ? texts.Consent.Heading
            : texts.Steps[progress.Step].Heading;
        await WriteAsync(
            context, texts, title, Content(attempt, progress, busyWith), origin, LoginPaths.Of(attempt.Id),
            refreshes: progress.Phase == LoginPhase.Running || busyWith is not null);
        await context.Response.CompleteAsync();
        return progress.Ending;
    }

    /// <summary>A page that belongs to no login.</summary>
    /// <param name="context">The request.</param>
    /// <param name="texts">The language.</param>
    /// <param name="title">For the window's title bar.</param>
    /// <param name="main">From <see cref="PageLayout.MainElement"/>.</param>
    /// <param name="languagesAt">The address the language links lead to.</param>
    /// <param name="returnTo">The one other origin that a form of it may post to, or null.</param>
    /// <param name="refreshes">Without script it loads itself again.</param>
    public Task PageAsync(HttpContext context, Texts texts, string title, Html main, string languagesAt, Origin? returnTo, bool refreshes = false) =>
        WriteAsync(context, texts, title, main, returnTo, languagesAt, refreshes);

    /// <summary>A main element, for the script of a page that is open.</summary>
    public static Task PartAsync(HttpContext context, Html main)
    {
        context.Response.ContentType = HtmlType;
        return context.Response.WriteAsync(main.Markup, context.RequestAborted);
    }

    /// <summary>Only the main element, for the script of a page that is open.</summary>
    public Task ContentAsync(HttpContext context, LoginAttempt attempt, LoginProgress progress, CardUse? busyWith) =>
        PartAsync(context, Content(attempt, progress, busyWith));

    /// <summary>The page of a refusal, or the neutral one.</summary>
    public Task RefuseAsync(HttpContext context, AgentRefusal refusal)
    {
        AgentLog.Refused(log, refusal.Code());
        context.Response.StatusCode = refusal.Status();
        if (refusal.IsNeutral())
        {
            context.Response.ContentType = HtmlType;
            return context.Response.WriteAsync(RefusalPage.Neutral.Markup, context.RequestAborted);
        }

        if (refusal.IsSituation())
        {
            var style = Html.Of($"""<style nonce="{PageHeaders.AllowStyle(context.Response.Headers)}">{PageLayout.Style}</style>""");
            context.Response.ContentType = HtmlType;
            var page = SituationPage.Document(UiLanguages.Preferred(context.Request), text => text.AnotherUser, refusal.Code(), style);
            return context.Response.WriteAsync(page.Markup, Encoding.UTF8, context.RequestAborted);
        }

        var texts = Texts.In(UiLanguages.Preferred(context.Request));
        return WriteAsync(context, texts, texts.Refusals[refusal].Heading, RefusalPage.Content(texts, refusal), null, null, refreshes: false);
    }

    private Html Content(LoginAttempt attempt, LoginProgress progress, CardUse? busyWith)
    {
        var texts = Texts.In(attempt.Language);
        return progress.Ending is { } ending ? EndPage.Content(texts, attempt, ending)
            : progress.Phase == LoginPhase.Consent ? ConsentPage.Content(texts, attempt, busyWith, progress.Version, clock.LocalTimeZone)
            : StepsPage.Content(texts, attempt, progress);
    }

    private Task WriteAsync(HttpContext context, Texts texts, string title, Html main, Origin? returnTo, string? languagesAt, bool refreshes)
    {
        var nonce = PageHeaders.AllowPage(context.Response.Headers, returnTo);
        var document = PageLayout.Document(texts, title, main, nonce, options.TestAnchors is not null, options.TracesCommands, languagesAt, leadsHome: languagesAt is not null && returnTo is null && !refreshes, refreshes);
        context.Response.ContentType = HtmlType;
        return context.Response.WriteAsync(document.Markup, Encoding.UTF8, context.RequestAborted);
    }
}
