using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;

namespace TownSite.Counter;

/// <summary>Whether the card proved who is here lately enough for a form, and how it is asked to.</summary>
internal sealed class CardFreshness(TimeProvider clock)
{
    public Task<bool> IsProvenAsync(ClaimsPrincipal person, Assurance assurance) =>
        Task.FromResult(assurance.Level == AssuranceLevel.Password || Citizen.Of(person).CardProvenAt >= clock.GetUtcNow() - assurance.MaxAge);

    public static IActionResult Ask(HttpContext context, Assurance assurance, string returnUrl) =>
        new ChallengeResult(BelgianEidDefaults.AuthenticationScheme, new BelgianEidChallengeProperties { RedirectUri = returnUrl });
}
