using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Begins a session of an account. Its claims say how the person proved who they are, named as those of a card login whatever the way.</summary>
internal sealed class TownLogin(SignInManager<TownUser> signIn, TimeProvider clock)
{
    /// <summary>The value of <c>amr</c> for a password (RFC 8176).</summary>
    public const string PasswordMethod = "pwd";

    /// <summary>By password: names as the account has them.</summary>
    public Task ByPasswordAsync(TownUser user) => signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(),
        [
            new Claim(BelgianEidClaimTypes.Subject, user.Id),
            new Claim(BelgianEidClaimTypes.Name, $"{user.GivenName} {user.FamilyName}".Trim()),
            new Claim(BelgianEidClaimTypes.GivenName, user.GivenName),
            new Claim(BelgianEidClaimTypes.FamilyName, user.FamilyName),
            new Claim(BelgianEidClaimTypes.AuthenticationMethod, PasswordMethod),
            new Claim(BelgianEidClaimTypes.AuthenticationTime, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
        ]);

    /// <summary>By a proven card: what it said. The account stays the one of <paramref name="user"/>.</summary>
    public Task ByCardAsync(TownUser user, EidTicket card) => signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(),
        card.Principal.Claims.Where(claim => claim.Type != ClaimTypes.NameIdentifier));
}
