using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>Puts the session between a cookie scheme and what the site wrote for its events.</summary>
internal sealed class ServerSessionCookie(IEnumerable<ServerSessionScheme> schemes, IOptionsMonitor<ServerSessionOptions> sessions)
    : IPostConfigureOptions<CookieAuthenticationOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (schemes.All(scheme => scheme.Name != name))
        {
            return;
        }

        options.Events = new ServerSessionEvents(options.Events, options.EventsType);
        options.EventsType = null;

        // The cookie is written once and lasts as long as any session can: what is in it never changes, and the server knows better when it is over.
        (options.ExpireTimeSpan, options.SlidingExpiration) = (sessions.Get(name).AbsoluteTime, false);
    }
}
