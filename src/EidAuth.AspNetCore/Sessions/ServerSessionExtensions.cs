using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sessions that stand on the server.</summary>
public static class ServerSessionExtensions
{
    /// <summary>
    /// Keeps the sessions of a cookie scheme on the server, whatever logs people in: the cookie carries a random key and nothing else, each login begins a session of its
    /// own, and a sign-out ends it in every copy of the cookie. What the site wrote for the cookie's events goes on to run. Pages ask <see cref="IServerSessions"/>.
    /// </summary>
    /// <param name="builder">The site's authentication.</param>
    /// <param name="cookieScheme">A scheme of <c>AddCookie</c>, or <c>IdentityConstants.ApplicationScheme</c>; may be added before or after.</param>
    /// <param name="configure">Sets other times than the usual ones.</param>
    public static AuthenticationBuilder AddServerSessions(this AuthenticationBuilder builder, string cookieScheme, Action<ServerSessionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(cookieScheme);
        var services = builder.Services;
        services.AddOptions<ServerSessionOptions>(cookieScheme).Configure(configure ?? (_ => { })).ValidateOnStart();
        var scheme = new ServerSessionScheme(cookieScheme);
        if (services.Any(service => service.ImplementationInstance is ServerSessionScheme known && known == scheme))
        {
            return builder;
        }

        services.AddSingleton(scheme);
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IServerSessionStore, MemoryServerSessionStore>();
        services.TryAddSingleton<SessionSeal>();
        services.TryAddScoped<CookieSession>();
        services.TryAddScoped<IServerSessions, ServerSessions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServerSessionOptions>, ServerSessionValidateOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookieAuthenticationOptions>, ServerSessionCookie>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SessionReport>());
        return builder;
    }
}
