using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>
/// A proven login before it is signed in. A card proves a card, not that the person at the browser owns it: nothing lasting (linking, creating or changing an
/// account) belongs here; do that behind a page of the site that shows the name and asks for a POST (docs/threat-model.md).
/// </summary>
public sealed class LoginVerifiedContext : PropertiesContext<BelgianEidOptions>
{
    internal LoginVerifiedContext(
        HttpContext context, AuthenticationScheme scheme, BelgianEidOptions options, AuthenticationProperties properties, ClaimsPrincipal principal)
        : base(context, scheme, options, properties) => Principal = principal;

    /// <summary>The claims of <see cref="BelgianEidClaimTypes"/>; may be added to or replaced.</summary>
    public ClaimsPrincipal Principal { get; set; }

    /// <summary>The site wants no login of this person.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Ends the login as <see cref="RequestRefusal.RefusedBySite"/>.</summary>
    public void Refuse() => IsRefused = true;
}
