using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>
/// Ties a cookie to its session on the server. The framework's ITicketStore is not used: it goes on with the key of a cookie that was there before the login, so whoever
/// planted that cookie would be logged in too (session fixation).
/// </summary>
internal sealed class ServerSessionEvents : CookieAuthenticationEvents
{
    private readonly CookieAuthenticationEvents site;
    private readonly Type? siteType;

    /// <summary>The site's own events run where they always did. They can be changed here too, by options configured later.</summary>
    public ServerSessionEvents(CookieAuthenticationEvents site, Type? siteType)
    {
        (this.site, this.siteType) = (site, siteType);
        OnCheckSlidingExpiration = context => Site(context.HttpContext).CheckSlidingExpiration(context);
        OnValidatePrincipal = context => Site(context.HttpContext).ValidatePrincipal(context);
        OnSigningIn = context => Site(context.HttpContext).SigningIn(context);
        OnSignedIn = context => Site(context.HttpContext).SignedIn(context);
        OnSigningOut = context => Site(context.HttpContext).SigningOut(context);
        OnRedirectToLogin = context => Site(context.HttpContext).RedirectToLogin(context);
        OnRedirectToLogout = context => Site(context.HttpContext).RedirectToLogout(context);
        OnRedirectToAccessDenied = context => Site(context.HttpContext).RedirectToAccessDenied(context);
        OnRedirectToReturnUrl = context => Site(context.HttpContext).RedirectToReturnUrl(context);
    }

    /// <summary>What the site changed in the principal is kept; then the cookie gets the key alone.</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        await base.SigningIn(context);
        await Session(context.HttpContext).BeginAsync(context);
    }

    /// <summary>The cookie is written: the site sees again what it signed in.</summary>
    public override Task SignedIn(CookieSignedInContext context)
    {
        CookieSession.Restore(context);
        return base.SignedIn(context);
    }

    /// <summary>The site judges the principal that the session has, not the key.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var session = Session(context.HttpContext);
        if (await session.LoadAsync(context) is not { } loaded)
        {
            context.RejectPrincipal();
            return;
        }

        await base.ValidatePrincipal(context);
        if (context.ShouldRenew)
        {
            // A renewed cookie would carry the principal itself.
            context.ShouldRenew = false;
            await session.RenewAsync(context, loaded);
        }
    }

    /// <inheritdoc/>
    public override async Task SigningOut(CookieSigningOutContext context)
    {
        await base.SigningOut(context);
        await Session(context.HttpContext).EndAsync(context);
    }

    private static CookieSession Session(HttpContext context) => context.RequestServices.GetRequiredService<CookieSession>();

    private CookieAuthenticationEvents Site(HttpContext context) =>
        siteType is null ? site : (CookieAuthenticationEvents)context.RequestServices.GetRequiredService(siteType);
}
