using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Data;

namespace EidAuth.E2ETests.Town;

/// <summary>What the town has written down, read and prepared through the town's own services.</summary>
internal sealed class TownBooks(IServiceProvider services)
{
    /// <summary>Of every account that is made here.</summary>
    public const string Password = "een lang wachtwoord";

    /// <summary>An account with a password and no card, as registration makes one.</summary>
    public Task AddAsync(string userName, string givenName, string familyName, string? role = null) => InScopeAsync(async scope =>
    {
        var users = scope.GetRequiredService<UserManager<TownUser>>();
        var account = new TownUser { UserName = userName, Email = $"{userName}@example.be", GivenName = givenName, FamilyName = familyName, CreatedAt = TimeProvider.System.GetUtcNow() };
        Check(await users.CreateAsync(account, Password));
        if (role is not null)
        {
            var roles = scope.GetRequiredService<RoleManager<IdentityRole>>();
            if (!await roles.RoleExistsAsync(role))
            {
                Check(await roles.CreateAsync(new IdentityRole(role)));
            }

            Check(await users.AddToRoleAsync(account, role));
        }

        return 0;
    });

    /// <summary>Closes an account, as an officer does.</summary>
    public Task CloseAsync(string userName) => InScopeAsync(async scope =>
    {
        var users = scope.GetRequiredService<UserManager<TownUser>>();
        var account = await users.FindByNameAsync(userName);
        account!.IsDisabled = true;
        Check(await users.UpdateAsync(account));
        return 0;
    });

    /// <summary>Links an account to a card by a row of its own, past everything that would refuse it; or takes such a row away.</summary>
    public Task SetLinkAsync(string userName, string providerKey, bool isThere) => InScopeAsync(async scope =>
    {
        var users = scope.GetRequiredService<UserManager<TownUser>>();
        var account = (await users.FindByNameAsync(userName))!;
        Check(isThere
            ? await users.AddLoginAsync(account, new UserLoginInfo(BelgianEidDefaults.AuthenticationScheme, providerKey, null))
            : await users.RemoveLoginAsync(account, BelgianEidDefaults.AuthenticationScheme, providerKey));
        return 0;
    });

    /// <summary>How many cards, or other remote schemes, the account is linked to.</summary>
    public Task<int> LinksOfAsync(string userName) => InScopeAsync(async scope =>
    {
        var users = scope.GetRequiredService<UserManager<TownUser>>();
        return (await users.GetLoginsAsync((await users.FindByNameAsync(userName))!)).Count;
    });

    /// <summary>All rows of links there are.</summary>
    public Task<int> LinksAsync() => InScopeAsync(scope => scope.GetRequiredService<TownContext>().UserLogins.CountAsync());

    /// <summary>All accounts there are.</summary>
    public Task<int> AccountsAsync() => InScopeAsync(scope => scope.GetRequiredService<TownContext>().Users.CountAsync());

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(error => error.Code)));
        }
    }
}
