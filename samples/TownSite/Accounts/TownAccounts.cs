using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TownSite.Accounts;

/// <summary>Logs people in by user name and password.</summary>
internal sealed class TownAccounts(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly PasswordHasher<Account> hasher = new();
    private readonly Lazy<Account> nobody = new(MakeNobody);

    /// <summary>The person, with claims named as those of a card login; null when user name or password is wrong.</summary>
    public ClaimsPrincipal? LogIn(string userName, string password)
    {
        var account = options.Value.Accounts.FirstOrDefault(account => string.Equals(account.UserName, userName, StringComparison.OrdinalIgnoreCase));

        // An unknown name costs the same hash as a wrong password: the time taken does not tell who has an account.
        var result = hasher.VerifyHashedPassword(account ?? nobody.Value, (account ?? nobody.Value).PasswordHash, password);
        return account is not null && result != PasswordVerificationResult.Failed ? Person(account) : null;
    }

    private static Account MakeNobody()
    {
        var nobody = new Account();
        nobody.PasswordHash = new PasswordHasher<Account>().HashPassword(nobody, Guid.NewGuid().ToString());
        return nobody;
    }

    private ClaimsPrincipal Person(Account account)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(BelgianEidClaimTypes.Subject, "account:" + account.UserName),
                new Claim(BelgianEidClaimTypes.Name, $"{account.GivenName} {account.FamilyName}".Trim()),
                new Claim(BelgianEidClaimTypes.GivenName, account.GivenName),
                new Claim(BelgianEidClaimTypes.FamilyName, account.FamilyName),
                new Claim(BelgianEidClaimTypes.AuthenticationMethod, "pwd"),
                new Claim(BelgianEidClaimTypes.AuthenticationTime, now, ClaimValueTypes.Integer64),
            ],
            "password",
            BelgianEidClaimTypes.Name,
            ClaimTypes.Role));
    }
}
