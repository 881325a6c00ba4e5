using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EidAuth.AspNetCore.Identity;

/// <summary>
/// What a remote scheme proved and ASP.NET Core Identity's external cookie holds until the site has decided: of the card or of any other scheme.
/// <see cref="EidAccounts{TUser}.ReadAsync"/> makes it.
/// </summary>
public sealed class ProvenLogin
{
    private readonly HttpContext? context;

    internal ProvenLogin(string scheme, IReadOnlyList<string> keys, ChallengePurpose purpose, ClaimsPrincipal principal, DateTimeOffset provenAt, HttpContext? context) =>
        (Scheme, Keys, Purpose, Principal, ProvenAt, this.context) = (scheme, keys, purpose, principal, provenAt, context);

    /// <summary>The scheme that proved it.</summary>
    public string Scheme { get; }

    /// <summary>What it was proven for. For a scheme other than the card's, what <see cref="BelgianEidChallengeProperties.Purpose"/> said at its challenge.</summary>
    public ChallengePurpose Purpose { get; }

    /// <summary>The claims as the scheme gave them.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>When it was proven.</summary>
    public DateTimeOffset ProvenAt { get; }

    /// <summary>An eID card proved it.</summary>
    public bool IsCard { get; internal init; }

    /// <summary>A test card proved it.</summary>
    public bool TestTrust => Principal.HasClaim(BelgianEidClaimTypes.TestTrust, "true");

    /// <summary>Given names as proven; null when there are none. Hostile text.</summary>
    public string? GivenNames => Claim(BelgianEidClaimTypes.GivenName, ClaimTypes.GivenName);

    /// <summary>Family name as proven; null when there is none. Hostile text.</summary>
    public string? FamilyName => Claim(BelgianEidClaimTypes.FamilyName, ClaimTypes.Surname);

    /// <summary>The card's ticket, for what only cards have; null for any other scheme.</summary>
    public EidTicket? Ticket { get; internal init; }

    /// <summary>
    /// What a session should know of this login, for <c>SignInManager.SignInWithClaimsAsync</c>: by which scheme (ClaimTypes.AuthenticationMethod), how, how strongly, when,
    /// with which evidence. Neither names nor numbers. What begins with <c>eid:</c> only a card says.
    /// </summary>
    public IReadOnlyList<Claim> SessionClaims =>
    [
        new(ClaimTypes.AuthenticationMethod, Scheme),
        .. Principal.Claims.Where(claim => claim.Type is BelgianEidClaimTypes.AuthenticationMethod or BelgianEidClaimTypes.AuthenticationContext or BelgianEidClaimTypes.AuthenticationTime
            || (IsCard && claim.Type is BelgianEidClaimTypes.ProvenAt or BelgianEidClaimTypes.Revocation or BelgianEidClaimTypes.TestTrust)),
    ];

    /// <summary>The keys that Identity's table of logins may know this person by, the one to write first.</summary>
    internal IReadOnlyList<string> Keys { get; }

    /// <summary>Forgets it: the external cookie goes. What changes an account does so by itself; a page does so where the person gives up.</summary>
    public Task EndAsync() => context?.SignOutAsync(IdentityConstants.ExternalScheme) ?? Task.CompletedTask;

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(ProvenLogin);

    private string? Claim(string type, string other) => Principal.FindFirstValue(type) ?? Principal.FindFirstValue(other);
}
