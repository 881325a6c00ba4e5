using EidAuth.AspNetCore;
using Microsoft.Extensions.Options;

namespace TownSite;

/// <summary>What every answer of the site says to the browser: no script, no frame, nothing from elsewhere.</summary>
internal static class TownHeaders
{
    public static void UseTownHeaders(this WebApplication app)
    {
        // A form that starts a card login is redirected to the agent, and browsers apply form-action to that redirect too.
        var agentPort = app.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme).AgentPort;
        var policy = $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:{agentPort}; frame-ancestors 'none'; base-uri 'none'";
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            // After a logout the back button finds nothing.
            headers.CacheControl = "no-cache, no-store";
            return next(context);
        });
    }
}
