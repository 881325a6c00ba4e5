using System.Collections.Concurrent;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>A clock that is moved by hand and tells which waits have begun, by their length.</summary>
internal sealed class TimedClock : TimeProvider
{
    private readonly ManualTimeProvider clock = new();
    private readonly ConcurrentQueue<TimeSpan> begun = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        begun.Enqueue(dueTime);
        return timer;
    }

    public void Advance(TimeSpan by) => clock.Advance(by);

    /// <summary>Waits until that many waits of this length have begun since the beginning.</summary>
    public async Task UntilBegunAsync(TimeSpan length, int count = 1)
    {
        for (var tries = 0; begun.Count(one => one == length) < count; tries++)
        {
            Assert.True(tries < 2000, $"Wait {count} of {length} has not begun.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
