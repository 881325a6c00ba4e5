using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Log lines of step-up, 305x. No page and no person in any of them.</summary>
internal static partial class StepUpLog
{
    [LoggerMessage(3051, LogLevel.Information, "A page wants a fresh login: {Scheme} is asked.")]
    internal static partial void Asked(ILogger logger, string scheme);

    [LoggerMessage(3052, LogLevel.Warning, "A page wants more than a login just made can give, so the answer is 403: its MaxAge is shorter than a login takes, or the login came by grace.")]
    internal static partial void NotEnough(ILogger logger);

    [LoggerMessage(3053, LogLevel.Warning, "An IAuthorizationMiddlewareResultHandler was registered after AddBelgianEid, so nobody is sent to the card for [RequireEid]: they get 403. Register it before AddBelgianEid, or let it call EidStepUp.")]
    internal static partial void NotInPlace(ILogger logger);
}
