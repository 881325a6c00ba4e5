using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace TownSite.Login;

/// <summary>Twenty passwords a minute from one address, or from one network of IPv6.</summary>
internal static class PasswordLimit
{
    public const string Name = "password";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;

        // Of the page, not of an address: /login/ is the same page.
        options.AddPolicy(Name, context =>
            HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    ClientNetwork.Of(context),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
    }
}
