using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>
/// Asks the database at each request whether the account behind a session still is what it was: an account that is closed, or whose ways in were changed elsewhere, has no
/// session from that moment on.
/// </summary>
internal sealed class AccountCheck(SignInManager<TownUser> signIn) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is null or { IsDisabled: true })
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
