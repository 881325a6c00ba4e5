using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TownSite.Counter.Forms;

namespace TownSite.Counter;

/// <summary>Whether the card proved who is here lately enough for a form, and how it is asked to.</summary>
internal sealed class CardFreshness(IAuthorizationService authorization)
{
    public async Task<bool> IsProvenAsync(ClaimsPrincipal person, Assurance assurance) =>
        assurance.Level == AssuranceLevel.Password || (await authorization.AuthorizeAsync(person, null, new EidRequirement(assurance.MaxAge))).Succeeded;

    /// <summary>Sends the person to the card. What was filled in is kept before.</summary>
    public static IActionResult Ask(HttpContext context, Assurance assurance, string returnUrl) =>
        EidStepUp.Challenge(context, returnUrl, new EidRequirement(assurance.MaxAge));
}
