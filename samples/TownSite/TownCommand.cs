using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TownSite.Accounts;
using TownSite.Data;

namespace TownSite;

/// <summary>What the program does instead of serving: one word on the command line, then it exits.</summary>
internal static class TownCommand
{
    public const string Migrate = "--migrate";
    public const string Plant = "--seed";
    public const string Officer = "--officer";

    private static readonly string[] Words = [Migrate, Plant, Officer];

    /// <summary>The word, what it is about, and the configuration that is left.</summary>
    public static (string? Word, string? About, string[] Settings) Split(string[] args)
    {
        var place = Array.FindIndex(args, arg => Words.Contains(arg, StringComparer.Ordinal));
        if (place < 0)
        {
            return (null, null, args);
        }

        var taken = args[place] == Officer && place + 1 < args.Length && !args[place + 1].StartsWith('-') ? 2 : 1;
        return (args[place], taken == 2 ? args[place + 1] : null, [.. args[..place], .. args[(place + taken)..]]);
    }

    /// <summary>Does it. The exit code is 0 when it is done.</summary>
    public static async Task<int> RunAsync(WebApplication site, string word, string? about, TextWriter output, TextWriter error)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (word == Plant && !site.Environment.IsDevelopment())
        {
            await error.WriteLineAsync("--seed makes accounts whose password everybody knows: for --environment=Development alone.");
            return 1;
        }

        await scope.ServiceProvider.GetRequiredService<TownContext>().Database.MigrateAsync();
        switch (word)
        {
            case Plant:
                await scope.ServiceProvider.GetRequiredService<Seed>().PlantAsync();
                await output.WriteLineAsync($"The invented accounts are there: alex, and loket in the back office. Password: {Seed.Password}");
                return 0;
            case Officer:
                return await MakeOfficerAsync(scope.ServiceProvider, about, output, error);
            default:
                await output.WriteLineAsync("The database is up to date.");
                return 0;
        }
    }

    private static async Task<int> MakeOfficerAsync(IServiceProvider services, string? userName, TextWriter output, TextWriter error)
    {
        var users = services.GetRequiredService<UserManager<TownUser>>();
        if (userName is null || await users.FindByNameAsync(userName) is not { } user)
        {
            await error.WriteLineAsync("--officer USERNAME: there is no such account. Register it on the site first.");
            return 1;
        }

        var roles = services.GetRequiredService<RoleManager<IdentityRole>>();
        if (!await roles.RoleExistsAsync(TownRoles.Officer))
        {
            await roles.CreateAsync(new IdentityRole(TownRoles.Officer));
        }

        if (!await users.IsInRoleAsync(user, TownRoles.Officer))
        {
            await users.AddToRoleAsync(user, TownRoles.Officer);
        }

        await output.WriteLineAsync("The account works in the back office from its next login on.");
        return 0;
    }
}
