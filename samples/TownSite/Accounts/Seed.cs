using Microsoft.AspNetCore.Identity;
using TownSite.Counter;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Invented people, for a developer's own computer. What is there already stays as it is.</summary>
internal sealed class Seed(UserManager<TownUser> users, RoleManager<IdentityRole> roles, CounterSeed counter, TimeProvider clock)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "voorbeeld-1234";

    public async Task PlantAsync()
    {
        await AddRoleAsync(TownRoles.Officer);
        await AddAsync("alex", "Alex", "Voorbeeld");
        if (await AddAsync("loket", "Lou", "Loket") is { } officer)
        {
            Check(await users.AddToRoleAsync(officer, TownRoles.Officer));
        }

        await counter.PlantAsync("alex", "loket");
    }

    private async Task AddRoleAsync(string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            Check(await roles.CreateAsync(new IdentityRole(role)));
        }
    }

    private async Task<TownUser?> AddAsync(string userName, string givenName, string familyName)
    {
        if (await users.FindByNameAsync(userName) is not null)
        {
            return null;
        }

        var user = new TownUser
        {
            UserName = userName,
            Email = userName + "@voorbeeldegem.example",
            GivenName = givenName,
            FamilyName = familyName,
            CreatedAt = clock.GetUtcNow(),
        };
        Check(await users.CreateAsync(user, Password));
        return user;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The invented accounts could not be made: " + string.Join(", ", result.Errors.Select(error => error.Code)));
        }
    }
}
