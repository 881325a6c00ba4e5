using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Whether a user name and a password belong together.</summary>
internal sealed class PasswordCheck(UserManager<TownUser> users, IPasswordHasher<TownUser> hasher)
{
    private static string? nobodysHash;

    /// <summary>The account, also a closed one; null when user name or password is wrong.</summary>
    public async Task<TownUser?> AccountOfAsync(string userName, string password)
    {
        var user = await users.FindByNameAsync(userName);
        if (user?.PasswordHash is null)
        {
            // An unknown name costs the same hash as a wrong password: the time taken does not tell who has an account.
            var nobody = new TownUser();
            hasher.VerifyHashedPassword(nobody, nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
            return null;
        }

        return await users.CheckPasswordAsync(user, password) ? user : null;
    }
}
