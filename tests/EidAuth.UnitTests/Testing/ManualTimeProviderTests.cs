using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Testing;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal("2026-01-01T00:01:30", clock.GetUtcNow().ToString("s"));
    }

    [Fact]
    public void Elapsed_time_follows_the_clock()
    {
        var before = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal(1.5, clock.GetElapsedTime(before).TotalSeconds);
    }

    [Fact]
    public async Task A_delay_ends_at_its_time_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(0.1));
        await delay.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Timers_fire_in_order_and_each_sees_its_own_time()
    {
        var seen = new List<string>();
        using var late = clock.CreateTimer(_ => seen.Add("late " + clock.GetUtcNow().Second), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => seen.Add("early " + clock.GetUtcNow().Second), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5));

        clock.Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal(["early 1", "early 2", "late 3"], seen);
    }

    [Fact]
    public void A_disposed_timer_stays_silent()
    {
        var fired = false;
        clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False(fired);
        Assert.Equal(0, clock.ArmedTimers);
    }
}
