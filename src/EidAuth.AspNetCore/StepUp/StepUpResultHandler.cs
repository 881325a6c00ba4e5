using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Sends whoever lacks nothing but a fresh card login to the card; everything else is decided by the handler that the site had before, or by the framework's.</summary>
internal sealed class StepUpResultHandler(StepUpChallenge challenge, EidEvidence evidence, TimeProvider clock, ILogger<StepUpResultHandler> logger)
    : IAuthorizationMiddlewareResultHandler
{
    private static readonly AuthorizationMiddlewareResultHandler Framework = new();

    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        var wanted = policy.Requirements.OfType<EidRequirement>().ToList();
        if (wanted.Count == 0)
        {
            await Others(context).HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        if (authorizeResult.Succeeded)
        {
            StepUpMarker.Remove(context);
        }
        else if (Missing(wanted, authorizeResult) is { } missing && IsNavigation(context.Request))
        {
            if (StepUpMarker.Of(context) is not { } since || !await evidence.HasComeBackSinceAsync(context.User, missing, since))
            {
                StepUpMarker.Set(context, clock.GetUtcNow());
                await challenge.StartAsync(context, missing, PageAddress.Of(context.Request));
                return;
            }

            StepUpLog.NotEnough(logger);
            StepUpMarker.Remove(context);
        }

        await Others(context).HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>What a login would cure; null when something else stands in the way, or the site's login page offers more than the card.</summary>
    private static EidRequirement? Missing(List<EidRequirement> wanted, PolicyAuthorizationResult result)
    {
        if (result.Challenged)
        {
            return wanted.Find(requirement => requirement.Alternatives.Count == 0);
        }

        return result.AuthorizationFailure is { FailCalled: false } failure && failure.FailedRequirements.All(requirement => requirement is EidRequirement)
            ? failure.FailedRequirements.OfType<EidRequirement>().FirstOrDefault()
            : null;
    }

    // What a script or an image asks for cannot be sent to a card.
    private static bool IsNavigation(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsPost(request.Method))
        && (string?)request.Headers["Sec-Fetch-Mode"] is null or "navigate";

    private IAuthorizationMiddlewareResultHandler Others(HttpContext context) =>
        context.RequestServices.GetServices<IAuthorizationMiddlewareResultHandler>().LastOrDefault(handler => handler != this) ?? Framework;
}
