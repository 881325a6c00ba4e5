using EidAgent.Gate;
using EidAgent.Guard;
using EidAgent.Logins;
using EidAgent.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAgent.Hosting;

/// <summary>
/// The page where a person checks the PIN, the one place beside the command line where the last try can be used. A link to it, from wherever, shows the page and nothing else: what starts a
/// check is a form of that page, with its token.
/// </summary>
internal sealed class PinEndpoints(
    PinChecks checks, CardSlot slot, LoginAttempts logins, PageTokens tokens, IPageTokenCheck pageTokens, PageWriter pages, ChangePoll poll, AgentOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PinPaths.Page, StartPageAsync);
        routes.MapPost(PinPaths.Start, StartAsync);
        routes.MapGet(PinPaths.Of("{id}"), context => WithCheckAsync(context, ShowAsync));
        routes.MapGet(PinPaths.Of("{id}") + LoginPaths.Changes, context => WithCheckAsync(context, ChangesAsync));
        MapButton(routes, LoginPaths.Cancel, check => check.End(LoginEnding.Cancelled));
        MapButton(routes, LoginPaths.LastTry, check => check.AcceptLastTry());
    }

    private Task StartPageAsync(HttpContext context)
    {
        var language = Language(context) ?? UiLanguages.Preferred(context.Request);
        var (texts, pin) = (Texts.In(language), PinPageTexts.In(language));
        var main = PinPage.Start(texts, pin, tokens.Issue(PinPaths.Page), From(context), isBusy: slot.Holder is { Progress.Phase: not LoginPhase.Ended });
        return pages.PageAsync(context, texts, pin.Start.Heading, main, PinPaths.Page, null);
    }

    private async Task StartAsync(HttpContext context)
    {
        var (form, refusal) = await SmallForm.ReadAsync(context.Request);
        if (form is null || form["page_token"] is not [{ } token] || !tokens.IsValid(PinPaths.Page, token))
        {
            await pages.RefuseAsync(context, form is null ? refusal : AgentRefusal.PageTokenRefused);
            return;
        }

        PinCheck? check = null;
        check = new PinCheck(Language(context) ?? UiLanguages.Preferred(context.Request), options.CardLifetime, clock)
        {
            From = From(context),
            Forgotten = () => checks.Forget(check!),
        };

        // The login that led here has ended, and may still be resetting its card.
        await slot.LettingGo.WaitAsync(Patience, clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!slot.TryStart(check))
        {
            // The page says who is in the way.
            check.Dispose();
            SeeOther(context, PinPaths.With(PinPaths.Page, check.Language, check.From));
            return;
        }

        checks.Add(check);
        SeeOther(context, PinPaths.Of(check.Id));
    }

    private Task ShowAsync(HttpContext context, PinCheck check)
    {
        check.Language = Language(context) ?? check.Language;
        var from = LoginOf(check);
        return pages.PageAsync(
            context, Texts.In(check.Language), PinPage.Title(check), PinPage.Of(check, check.Progress, tokens.Issue(PinPaths.Page), from), PinPaths.Of(check.Id),
            from?.Request.ReturnTo.Origin, refreshes: check.Progress.Phase == LoginPhase.Running);
    }

    private async Task ChangesAsync(HttpContext context, PinCheck check)
    {
        if (!await poll.ServeAsync(context, check, now => PageWriter.PartAsync(context, PinPage.Of(check, now, "", null))))
        {
            await pages.RefuseAsync(context, AgentRefusal.NotFound);
        }
    }

    private void MapButton(IEndpointRouteBuilder routes, string action, Action<PinCheck> press) =>
        routes.MapPost(PinPaths.Of("{id}") + action, context => WithCheckAsync(context, async (_, check) =>
        {
            var (form, refusal) = await SmallForm.ReadAsync(context.Request);
            if (form is null || !pageTokens.Accepts(check, form["page_token"]))
            {
                await pages.RefuseAsync(context, form is null ? refusal : AgentRefusal.PageTokenRefused);
                return;
            }

            press(check);
            SeeOther(context, PinPaths.Of(check.Id));
        }));

    private Task WithCheckAsync(HttpContext context, Func<HttpContext, PinCheck, Task> serve) =>
        checks.Find(context.GetRouteValue("id") as string) is { } check ? serve(context, check) : pages.RefuseAsync(context, AgentRefusal.NotFound);

    // The way back is that of a login that ended here because it got no PIN; any other, or none, is not led back to.
    private LoginAttempt? LoginOf(PinCheck check) => check.WasRight && logins.Find(check.From) is { } login && login.Progress.Ending?.OffersPinCheck() == true ? login : null;

    private static string? From(HttpContext context) => context.Request.Query["login"] is [{ Length: 22 } id] ? id : null;

    private static UiLanguage? Language(HttpContext context) => UiLanguages.Of(context.Request.Query["lang"]);

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
