using System.Security.Claims;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>
/// What a session's principal says of the login itself. A site that makes the account's principal anew now and then (ASP.NET Core Identity's security stamp) makes it
/// without these; how the person logged in has not changed by that.
/// </summary>
internal static class LoginFacts
{
    private static readonly string[] Types =
    [
        BelgianEidClaimTypes.AuthenticationMethod, BelgianEidClaimTypes.AuthenticationContext, BelgianEidClaimTypes.AuthenticationTime,
        BelgianEidClaimTypes.ProvenAt, BelgianEidClaimTypes.Revocation, BelgianEidClaimTypes.TestTrust, ClaimTypes.AuthenticationMethod,
    ];

    /// <summary>Copies what the new principal of the same account does not say, each identity's own: what two providers proved is not mixed.</summary>
    public static void Carry(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (to.Identity is not ClaimsIdentity account || from.FindFirstValue(ClaimTypes.NameIdentifier) != to.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            return;
        }

        foreach (var identity in from.Identities)
        {
            if (identity != from.Identity)
            {
                to.AddIdentities(to.Identities.All(known => known.AuthenticationType != identity.AuthenticationType) ? [identity.Clone()] : []);
                continue;
            }

            foreach (var type in Types.Where(type => !account.HasClaim(claim => claim.Type == type)))
            {
                account.AddClaims(identity.FindAll(type).Select(claim => claim.Clone(account)));
            }
        }
    }
}
