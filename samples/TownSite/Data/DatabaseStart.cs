using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TownSite.Accounts;

namespace TownSite.Data;

/// <summary>Before the first request: the database has the tables this version of the site knows.</summary>
internal sealed class DatabaseStart(IServiceScopeFactory scopes, IOptions<DatabaseOptions> options, IHostEnvironment environment, ILogger<DatabaseStart> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TownContext>();
        if (environment.IsDevelopment() || options.Value.MigrateAtStart)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
        else if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new InvalidOperationException("The database has not the tables of this version. Make a copy of it and run the site once with --migrate, or set Town:MigrateAtStart.");
        }

        if (environment.IsDevelopment() && options.Value.SeedAtStart)
        {
            await scope.ServiceProvider.GetRequiredService<Seed>().PlantAsync();
        }

        TownLog.DatabaseReady(logger, context.Database.ProviderName!);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
