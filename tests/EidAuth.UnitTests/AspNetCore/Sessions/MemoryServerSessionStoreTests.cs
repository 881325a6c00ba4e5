using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Sessions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>The bounds of the store in memory.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class MemoryServerSessionStoreTests
{
    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flood_of_ends_costs_the_oldest_memory_and_no_more_room()
    {
        var store = new MemoryServerSessionStore(clock, capacity: 10, capacityOfAccount: 10, capacityOfEnded: 2);
        var until = clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        foreach (var card in (string[])["card-1", "card-2", "card-3"])
        {
            await store.EndByCardAsync(card, until, Cancellation);
        }

        Assert.True(await store.AddAsync(Session("a", "key-1", end: "card-1"), Cancellation));
        Assert.False(await store.AddAsync(Session("b", "key-2", end: "card-2"), Cancellation));
        Assert.False(await store.AddAsync(Session("c", "key-3", end: "card-3"), Cancellation));
    }

    [Fact]
    public async Task One_account_that_logs_in_without_end_loses_its_own_oldest_sessions()
    {
        var store = new MemoryServerSessionStore(clock, capacity: 10, capacityOfAccount: 2, capacityOfEnded: 2);
        await store.AddAsync(Session("other", "key-0", account: "berta"), Cancellation);
        foreach (var id in (string[])["a", "b", "c"])
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await store.AddAsync(Session(id, "key-" + id), Cancellation);
        }

        Assert.Equal(["b", "c"], (await store.OfAccountAsync("anna", Cancellation)).Select(session => session.Id).Order(StringComparer.Ordinal));
        Assert.NotNull(await store.FindAsync("key-0", Cancellation));
    }

    [Fact]
    public async Task A_full_store_drops_the_session_used_longest_ago()
    {
        var store = new MemoryServerSessionStore(clock, capacity: 2, capacityOfAccount: 10, capacityOfEnded: 2);
        foreach (var id in (string[])["a", "b"])
        {
            await store.AddAsync(Session(id, "key-" + id, account: id), Cancellation);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await store.TouchAsync("a", clock.GetUtcNow(), clock.GetUtcNow() + TimeSpan.FromHours(1), Cancellation);
        await store.AddAsync(Session("c", "key-c", account: "c"), Cancellation);
        Assert.NotNull(await store.FindAsync("key-a", Cancellation));
        Assert.Null(await store.FindAsync("key-b", Cancellation));
        Assert.NotNull(await store.FindAsync("key-c", Cancellation));
    }

    [Fact]
    public async Task What_is_over_leaves_the_memory()
    {
        var store = new MemoryServerSessionStore(clock);
        await store.AddAsync(Session("a", "key-1"), Cancellation);
        clock.Advance(TimeSpan.FromMinutes(31));
        Assert.NotNull(await store.FindAsync("key-1", Cancellation));
        await store.AddAsync(Session("b", "key-2", account: "berta"), Cancellation);
        Assert.Null(await store.FindAsync("key-1", Cancellation));
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
