using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Gate;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Removals;
using EidAgent.Sites;
using EidAuth.Belpic;
using EidAuth.Login;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EidAgent.Hosting;

/// <summary>
/// The pages of a login. A site's request becomes a login with an address of its own, so that nonce and state leave the address bar; every button posts and
/// leads back to that address.
/// </summary>
internal sealed class LoginEndpoints(
    LoginAttempts attempts, SiteBook sites, LoginRecorder recorder, CardSlot slot, RemovalWatch removals, PageWriter pages, IPageTokenCheck pageTokens, ChangePoll poll,
    TimeProvider clock)
{
    // A disk that does not answer keeps no login from its end.
    private static readonly TimeSpan RecordingPatience = TimeSpan.FromSeconds(5);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", pages.HomeAsync);
        routes.MapGet(LoginPaths.Ask, AskAsync);
        routes.MapGet(LoginPaths.Of("{id}"), context => WithLoginAsync(context, ShowAsync));
        routes.MapGet(LoginPaths.Of("{id}") + LoginPaths.Changes, context => WithLoginAsync(context, ChangesAsync));
        MapButton(routes, LoginPaths.Continue, ContinueAsync);
        MapButton(routes, LoginPaths.Block, (attempt, _) => BlockAsync(attempt));
        MapButton(routes, LoginPaths.Cancel, (attempt, _) => attempt.End(LoginEnding.Cancelled));
        MapButton(routes, LoginPaths.StopOther, (_, _) => slot.Holder?.End(LoginEnding.Stopped));
        routes.Map("/{**path}", context => pages.RefuseAsync(context, AgentRefusal.NotFound));
    }

    private async Task AskAsync(HttpContext context)
    {
        var query = new QueryStringEnumerable(context.Request.QueryString.Value);
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in query)
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        if (!LoginRequest.TryParse(pairs, out var request, out var error))
        {
            await pages.RefuseAsync(context, AgentRefusals.Of(error));
            return;
        }

        var acquaintance = await sites.MeetAsync(request!.ReturnTo.Origin);
        var attempt = attempts.Add(request, UiLanguages.Of(request.Language) ?? UiLanguages.Preferred(context.Request), acquaintance);
        if (!acquaintance.IsBlocked)
        {
            await recorder.AskedAsync(attempt);
        }

        await SeeOther(context, attempt);
    }

    // Blocked meanwhile, in another window or by a command, counts too.
    private async Task ContinueAsync(LoginAttempt attempt, IFormCollection form)
    {
        if (await sites.IsBlockedAsync(attempt.Request.ReturnTo.Origin))
        {
            attempts.EndWaiting(attempt.Request.ReturnTo.Origin);
        }
        else if (attempt.Consent.Press(isConfirmed: form["sure"] == "yes"))
        {
            slot.TryStart(attempt, Agreed(attempt, form));
        }
    }

    private async Task BlockAsync(LoginAttempt attempt)
    {
        if (await sites.BlockAsync(attempt.Request.ReturnTo.Origin, clock.GetUtcNow()) is null)
        {
            attempts.EndWaiting(attempt.Request.ReturnTo.Origin);
        }
        else
        {
            attempt.Consent.NotBlocked();
        }
    }

    private async Task ShowAsync(HttpContext context, LoginAttempt attempt)
    {
        if (UiLanguages.Of(context.Request.Query["lang"]) is { } language)
        {
            attempt.Language = language;
        }

        // What left is in the diary before it leaves.
        if (attempt.Progress.Phase == LoginPhase.Ended)
        {
            await RecordedAsync(attempt);
        }

        // Handed over is what left for a browser that was still there.
        if (await pages.LoginAsync(context, attempt, attempt.Progress, BusyWith(attempt)) == LoginEnding.Signed && !context.RequestAborted.IsCancellationRequested)
        {
            removals.Keep(attempt);
        }
    }

    private async Task ChangesAsync(HttpContext context, LoginAttempt attempt)
    {
        if (!await poll.ServeAsync(context, attempt, now => pages.ContentAsync(context, attempt, now, BusyWith(attempt))))
        {
            await pages.RefuseAsync(context, AgentRefusal.NotFound);
        }
    }

    // Where it is nobody the page has the button to continue, and its time begins.
    private CardUse? BusyWith(LoginAttempt attempt)
    {
        var holder = slot.Holder;
        if (holder is null)
        {
            attempt.Consent.Shown();
        }

        return holder;
    }

    private async Task RecordedAsync(LoginAttempt attempt)
    {
        try
        {
            await attempt.Trace.Recorded.WaitAsync(RecordingPatience, clock);
        }
        catch (TimeoutException)
        {
            attempt.Trace.NotKept = KeepingFault.FolderUnusable;
        }
    }

    private void MapButton(IEndpointRouteBuilder routes, string action, Action<LoginAttempt, IFormCollection> press) => MapButton(routes, action, (attempt, form) =>
    {
        press(attempt, form);
        return Task.CompletedTask;
    });

    private void MapButton(IEndpointRouteBuilder routes, string action, Func<LoginAttempt, IFormCollection, Task> press) =>
        routes.MapPost(LoginPaths.Of("{id}") + action, context => WithLoginAsync(context, async (_, attempt) =>
        {
            var (form, refusal) = await SmallForm.ReadAsync(context.Request);
            if (form is null || !pageTokens.Accepts(attempt, form["page_token"]))
            {
                await pages.RefuseAsync(context, form is null ? refusal : AgentRefusal.PageTokenRefused);
                return;
            }

            await press(attempt, form);
            await SeeOther(context, attempt);
        }));

    private Task WithLoginAsync(HttpContext context, Func<HttpContext, LoginAttempt, Task> serve) =>
        attempts.Find(context.GetRouteValue("id") as string) is { } attempt
            ? serve(context, attempt)
            : pages.RefuseAsync(context, AgentRefusal.LoginUnknown);

    private static Task SeeOther(HttpContext context, LoginAttempt attempt)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LoginPaths.Of(attempt.Id);
        return Task.CompletedTask;
    }

    // What the site did not ask for cannot be agreed to.
    private static CardParts Agreed(LoginAttempt attempt, IFormCollection form) =>
        FieldNames.PartsOf(attempt.Request.Fields.Where(field => form[field] == "yes"));
}
