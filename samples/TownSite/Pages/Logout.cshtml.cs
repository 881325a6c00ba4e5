using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TownSite.Pages;

/// <summary>Ends the session, here and in every copy of its cookie. POST with an antiforgery token: no other site can log somebody out.</summary>
internal sealed class LogoutModel(ILogger<LogoutModel> logger) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var byCard = User.HasClaim(BelgianEidClaimTypes.AuthenticationMethod, "sc");
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

        // Also what a card proved and nobody has decided yet: whoever comes next to this browser must not link it.
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        TownLog.LoggedOut(logger);
        return LocalRedirect(byCard ? "/?bye=card" : "/?bye");
    }
}
