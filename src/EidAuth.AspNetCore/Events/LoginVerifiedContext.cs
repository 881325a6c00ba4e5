using System.Security.Claims;
using EidAuth.Login;
using EidAuth.Pki;
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
        HttpContext context, AuthenticationScheme scheme, BelgianEidOptions options, AuthenticationProperties properties, ClaimsPrincipal principal, VerifiedLogin login)
        : base(context, scheme, options, properties)
    {
        Principal = principal;
        (HolderEvidence, IssuerEvidence, IsGrace) = (login.HolderEvidence, login.IssuerEvidence, login.IsGrace);
    }

    /// <summary>The claims of <see cref="BelgianEidClaimTypes"/>; may be added to or replaced.</summary>
    public ClaimsPrincipal Principal { get; set; }

    /// <summary>
    /// The photo from the card, JPEG, verified; null when it was not asked for or not given. No claim carries it: whoever wants to keep it must do so here, with
    /// the citizen's account still to be confirmed.
    /// </summary>
    public ReadOnlyMemory<byte>? Photo { get; internal init; }

    /// <summary>What it was proven for; a site that links or asks again decides on a page behind, see <see cref="EidTicket"/>.</summary>
    public ChallengePurpose Purpose { get; internal init; }

    /// <summary>The person under each key of the site, the newest first; the first is the claim <c>sub</c>.</summary>
    public IReadOnlyList<EidSubject> Subjects { get; internal init; } = [];

    /// <summary>What said that the holder's certificate is not revoked: source and times, for an audit record; names nobody.</summary>
    public RevocationEvidence HolderEvidence { get; }

    /// <summary>What said that the issuing CA is not revoked.</summary>
    public RevocationEvidence IssuerEvidence { get; }

    /// <summary>Nobody answered, and evidence past its end counted: less than a full login.</summary>
    public bool IsGrace { get; }

    /// <summary>The site wants no login of this person.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Ends the login as <see cref="RequestRefusal.RefusedBySite"/>.</summary>
    public void Refuse() => IsRefused = true;
}
