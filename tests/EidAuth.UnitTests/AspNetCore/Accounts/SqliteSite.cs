using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A SQLite file that several sites, or one site before and after a restart, share.</summary>
internal sealed class SqliteSite : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-accounts-");

    public Task<AccountSite> StartAsync(
        Action<BelgianEidOptions>? eid = null,
        Action<WebApplication>? pages = null,
        ManualTimeProvider? clock = null,
        Action<EidAccountsOptions<Person>>? accounts = null,
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null) =>
        AccountSite.StartAsync(database => database.UseSqlite($"Data Source={Path.Combine(folder.FullName, "site.db")}"), eid, pages, clock, accounts, services);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
