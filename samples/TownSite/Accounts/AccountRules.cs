using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>What an account must have.</summary>
internal static class AccountRules
{
    public const int ShortestPassword = 10;

    public static void ConfigureCards(EidAccountsOptions<TownUser> options)
    {
        options.Names = user => (user.GivenName, user.FamilyName);
        options.IsDisabled = user => user.IsDisabled;
    }

    public static void Configure(IdentityOptions options)
    {
        // Length is what counts; rules about signs make people choose worse ones.
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;

        // Wrong passwords must not shut an account: a stranger could then shut anybody's. PasswordTries slows down whoever guesses.
        options.Lockout.AllowedForNewUsers = false;
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;

        // What a user is called in a session's claims; ClaimTypes.Name would pass for the person's own name.
        options.ClaimsIdentity.UserNameClaimType = "preferred_username";
    }
}
