using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Begins a session of an account, or changes the one at hand. Its claims say how the person proved who they are, named as those of a card login whatever the way.</summary>
internal sealed class TownLogin(SignInManager<TownUser> signIn, EidAccounts<TownUser> accounts, IServerSessions sessions, TimeProvider clock)
{
    /// <summary>The value of <c>amr</c> for a password (RFC 8176), and what the history calls this way.</summary>
    public const string PasswordMethod = "pwd";

    /// <summary>By password: names as the account has them.</summary>
    public async Task ByPasswordAsync(TownUser user, CancellationToken cancellation)
    {
        var previous = await accounts.RecordLogInAsync(user, PasswordMethod, cancellation);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(),
            [
                new Claim(BelgianEidClaimTypes.Subject, user.Id),
                new Claim(BelgianEidClaimTypes.Name, $"{user.GivenName} {user.FamilyName}".Trim()),
                new Claim(BelgianEidClaimTypes.GivenName, user.GivenName),
                new Claim(BelgianEidClaimTypes.FamilyName, user.FamilyName),
                new Claim(BelgianEidClaimTypes.AuthenticationMethod, PasswordMethod),
                new Claim(BelgianEidClaimTypes.AuthenticationTime, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
                .. TownClaims.Of(previous),
            ]);
    }

    /// <summary>By a proven card. The session ends with the card when the agent was asked to say so.</summary>
    public async Task ByCardAsync(HttpContext context, TownUser user, ProvenLogin card, LastLogin? previous) =>
        await signIn.SignInWithClaimsAsync(user, await WithCardAsync(context, new AuthenticationProperties()), [.. Claims(card), .. TownClaims.Of(previous)]);

    /// <summary>The session goes on, proven again by the card; false when it has ended meanwhile.</summary>
    public async Task<bool> StepUpAsync(HttpContext context, TownUser user, ProvenLogin card)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaims([.. Claims(card), .. context.User.Claims.Where(TownClaims.IsOwn)]);
        return await sessions.ReplaceAsync(context, principal, await WithCardAsync(context, new AuthenticationProperties()), IdentityConstants.ApplicationScheme);
    }

    /// <summary>The session at hand goes on after a change of the account that ends all others.</summary>
    public async Task GoOnAsync(HttpContext context, TownUser user)
    {
        var principal = await signIn.CreateUserPrincipalAsync(user);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaims([.. context.User.Claims.Where(claim => !principal.HasClaim(made => made.Type == claim.Type)).Select(claim => claim.Clone(identity))]);
        await sessions.ReplaceAsync(context, principal, null, IdentityConstants.ApplicationScheme);
    }

    // A card says nothing that the site goes by; another provider might call somebody an officer.
    private static IEnumerable<Claim> Claims(ProvenLogin card) =>
        card.IsCard ? card.Principal.Claims.Where(claim => claim.Type != ClaimTypes.NameIdentifier) : card.SessionClaims;

    private static async Task<AuthenticationProperties> WithCardAsync(HttpContext context, AuthenticationProperties properties)
    {
        EidTicket.Of(await context.AuthenticateAsync(IdentityConstants.ExternalScheme))?.CarryTo(properties);
        return properties;
    }
}
