using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace TownSite.Sessions;

/// <summary>Ties the cookie to a session on the server: begun at sign-in, asked for at each request, ended at sign-out.</summary>
internal sealed class SessionCookieEvents(LiveSessions sessions) : CookieAuthenticationEvents
{
    public const string SessionClaim = "town:session";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        // Whoever was logged in here before is not any more.
        sessions.End(await CurrentAsync(context.HttpContext));
        var identity = new ClaimsIdentity([new Claim(SessionClaim, sessions.Begin())]);
        context.Principal = new ClaimsPrincipal([.. context.Principal!.Identities, identity]);
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!sessions.IsLive(context.Principal?.FindFirstValue(SessionClaim)))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    public override async Task SigningOut(CookieSigningOutContext context) => sessions.End(await CurrentAsync(context.HttpContext));

    private static async Task<string?> CurrentAsync(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal?.FindFirstValue(SessionClaim);
}
