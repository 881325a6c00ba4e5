using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Sessions;
using EidAuth.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>What a session store promises, asked of the one in memory and of one in a database.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ServerSessionStoreTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-sessions-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ended_session_never_comes_back(bool database)
    {
        var store = await StoreAsync(database);
        Assert.True(await store.AddAsync(Session("a", "key-1"), Cancellation));
        Assert.True(await store.EndAsync("a", Cancellation));
        Assert.False(await store.ReplaceAsync("key-1", Session("a", "key-2"), Cancellation));
        await store.TouchAsync("a", clock.GetUtcNow(), clock.GetUtcNow() + TimeSpan.FromHours(1), Cancellation);
        Assert.Null(await store.FindAsync("key-1", Cancellation));
        Assert.Null(await store.FindAsync("key-2", Cancellation));
        Assert.Empty(await store.OfAccountAsync("anna", Cancellation));
        Assert.False(await store.EndAsync("a", Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replaced_session_is_found_under_its_new_key_alone(bool database)
    {
        var store = await StoreAsync(database);
        await store.AddAsync(Session("a", "key-1"), Cancellation);
        Assert.True(await store.ReplaceAsync("key-1", Session("a", "key-2"), Cancellation));
        Assert.Null(await store.FindAsync("key-1", Cancellation));
        Assert.NotNull(await store.FindAsync("key-2", Cancellation));
        Assert.Single(await store.OfAccountAsync("anna", Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_session_of_a_card_ends_with_it_and_no_other(bool database)
    {
        var store = await StoreAsync(database);
        await store.AddAsync(Session("a", "key-1", end: "card-1"), Cancellation);
        await store.AddAsync(Session("b", "key-2", end: "card-1"), Cancellation);
        await store.AddAsync(Session("c", "key-3", end: "card-2"), Cancellation);
        await store.AddAsync(Session("d", "key-4"), Cancellation);
        Assert.Equal(2, await store.EndByCardAsync("card-1", clock.GetUtcNow() + TimeSpan.FromMinutes(5), Cancellation));
        Assert.Equal(["c", "d"], (await store.OfAccountAsync("anna", Cancellation)).Select(session => session.Id).Order(StringComparer.Ordinal));
        Assert.Equal(0, await store.EndByCardAsync("card-1", clock.GetUtcNow() + TimeSpan.FromMinutes(5), Cancellation));
    }

    [Theory]
    [InlineData(false, "card-1", 4, false)]
    [InlineData(false, "card-1", 5, true)]
    [InlineData(false, "card-2", 0, true)]
    [InlineData(false, null, 0, true)]
    [InlineData(true, "card-1", 4, false)]
    [InlineData(true, "card-1", 5, true)]
    [InlineData(true, "card-2", 0, true)]
    [InlineData(true, null, 0, true)]
    public async Task A_session_does_not_begin_after_its_card_has_left(bool database, string? end, int minutesLater, bool begins)
    {
        var store = await StoreAsync(database);
        await store.EndByCardAsync("card-1", clock.GetUtcNow() + TimeSpan.FromMinutes(5), Cancellation);
        clock.Advance(TimeSpan.FromMinutes(minutesLater));
        Assert.Equal(begins, await store.AddAsync(Session("a", "key-1", end: end), Cancellation));
        Assert.Equal(begins, await store.FindAsync("key-1", Cancellation) is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_a_gone_card_steps_up_ends(bool database)
    {
        var store = await StoreAsync(database);
        await store.AddAsync(Session("a", "key-1"), Cancellation);
        await store.EndByCardAsync("card-1", clock.GetUtcNow() + TimeSpan.FromMinutes(5), Cancellation);
        Assert.False(await store.ReplaceAsync("key-1", Session("a", "key-2", end: "card-1"), Cancellation));
        Assert.Empty(await store.OfAccountAsync("anna", Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_number_of_logins_and_ends_at_once_leave_it_whole(bool database)
    {
        var store = await StoreAsync(database);
        await Parallel.ForAsync(0, 40, Cancellation, async (i, cancellation) =>
        {
            await store.AddAsync(Session($"id-{i}", $"key-{i}"), cancellation);
            await store.ReplaceAsync($"key-{i}", Session($"id-{i}", $"again-{i}"), cancellation);
            if (i % 2 == 0)
            {
                await store.EndAsync($"id-{i}", cancellation);
            }
        });
        Assert.Equal(20, (await store.OfAccountAsync("anna", Cancellation)).Count);
        Assert.Equal(19, await store.EndAllAsync("anna", "id-1", Cancellation));
    }

    [Fact]
    public async Task A_site_whose_sessions_stand_in_a_database_goes_on_after_a_restart()
    {
        var store = (SqliteServerSessionStore)await StoreAsync(database: true);
        var keys = new EphemeralDataProtectionProvider();
        void Database(IServiceCollection services) => services.AddScoped<IServerSessionStore>(_ => store).AddSingleton<IDataProtectionProvider>(keys);
        var cookies = new Dictionary<string, string>();
        await using (var before = await SessionSite.StartAsync(services: Database))
        {
            var browser = await before.LogInAsync("anna");
            cookies = browser.Cookies;
            Assert.Empty(before.Log.Of(3041));
        }

        await using var after = await SessionSite.StartAsync(services: Database);
        var again = after.NewBrowser();
        again.Cookies[SessionSite.Cookie] = cookies[SessionSite.Cookie];
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(again));
        await again.GetAsync("/out");
        again.Cookies[SessionSite.Cookie] = cookies[SessionSite.Cookie];
        Assert.Equal("nobody", await SessionSite.AskAsync(again));
    }

    private async Task<IServerSessionStore> StoreAsync(bool database)
    {
        if (!database)
        {
            return new MemoryServerSessionStore(clock);
        }

        var store = new SqliteServerSessionStore($"Data Source={Path.Combine(folder.FullName, "sessions.db")}", clock);
        await store.CreateAsync(Cancellation);
        return store;
    }

    private SealedServerSession Session(string id, string keyHash, string account = "anna", string? end = null) => new(
        new ServerSession
        {
            Id = id,
            Scheme = "Cookies",
            Account = account,
            BegunAt = clock.GetUtcNow(),
            LastSeenAt = clock.GetUtcNow(),
            ExpiresAt = clock.GetUtcNow() + TimeSpan.FromMinutes(30),
            EndsAt = clock.GetUtcNow() + TimeSpan.FromHours(8),
            EndHash = end,
        },
        keyHash,
        new byte[] { 1 });
}
