using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Challenges;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class MemoryUsedChallengeStoreTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public async Task A_challenge_is_used_once()
    {
        var store = new MemoryUsedChallengeStore(clock);
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 1));
        Assert.Equal(ChallengeUse.Again, await UseAsync(store, 1));
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 2));
    }

    [Fact]
    public async Task What_was_issued_before_the_process_started_cannot_be_told()
    {
        var issuedAt = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromTicks(1));
        var store = new MemoryUsedChallengeStore(clock);
        Assert.Equal(ChallengeUse.Forgotten, await UseAsync(store, 1, issuedAt));
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 2, clock.GetUtcNow()));
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_exactly_one_wins()
    {
        var store = new MemoryUsedChallengeStore(clock);
        var uses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await UseAsync(store, 7))));
        Assert.Equal(1, uses.Count(use => use == ChallengeUse.First));
        Assert.Equal(199, uses.Count(use => use == ChallengeUse.Again));
    }

    [Fact]
    public async Task When_it_is_full_the_oldest_is_forgotten_and_never_usable_again()
    {
        var store = new MemoryUsedChallengeStore(clock, capacity: 3);
        var start = clock.GetUtcNow();
        for (byte i = 0; i < 5; i++)
        {
            Assert.Equal(ChallengeUse.First, await UseAsync(store, i, start.AddSeconds(i)));
        }

        Assert.Equal(ChallengeUse.Forgotten, await UseAsync(store, 0, start));
        Assert.Equal(ChallengeUse.Forgotten, await UseAsync(store, 1, start.AddSeconds(1)));
        Assert.Equal(ChallengeUse.Again, await UseAsync(store, 2, start.AddSeconds(2)));
        Assert.Equal(ChallengeUse.Again, await UseAsync(store, 4, start.AddSeconds(4)));
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 9, start.AddSeconds(9)));
    }

    [Fact]
    public async Task What_has_expired_makes_room()
    {
        var store = new MemoryUsedChallengeStore(clock, capacity: 2);
        var first = clock.GetUtcNow();
        await UseAsync(store, 1, first);
        await UseAsync(store, 2, first);
        clock.Advance(TimeSpan.FromMinutes(5));
        await UseAsync(store, 3, clock.GetUtcNow());
        await UseAsync(store, 4, clock.GetUtcNow());
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 5, first.AddMinutes(1)));
    }

    [Fact]
    public async Task A_challenge_that_expires_between_the_look_at_its_age_and_the_store_is_not_used_twice()
    {
        var store = new MemoryUsedChallengeStore(clock);
        var issued = clock.GetUtcNow();
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 1, issued));
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(ChallengeUse.Again, await UseAsync(store, 1, issued));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.NotEqual(ChallengeUse.First, await UseAsync(store, 1, issued));
        Assert.NotEqual(ChallengeUse.First, await UseAsync(store, 1, issued));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_used_challenge_usable_again()
    {
        var set = new JumpingTimeProvider(clock);
        var store = new MemoryUsedChallengeStore(set);
        var issued = clock.GetUtcNow();
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 1, issued));
        set.Jump(TimeSpan.FromHours(1));
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 2, issued.AddMinutes(59)));
        set.Jump(TimeSpan.FromMinutes(-59));
        Assert.Equal(ChallengeUse.Forgotten, await UseAsync(store, 1, issued));
        Assert.Equal(ChallengeUse.First, await UseAsync(store, 3, issued.AddSeconds(30)));
    }

    private ValueTask<ChallengeUse> UseAsync(MemoryUsedChallengeStore store, byte nonce, DateTimeOffset? issuedAt = null)
    {
        var bytes = new byte[32];
        bytes[31] = nonce;
        var issued = issuedAt ?? clock.GetUtcNow();
        return store.UseAsync(bytes, issued, issued.AddMinutes(5), TestContext.Current.CancellationToken);
    }
}
