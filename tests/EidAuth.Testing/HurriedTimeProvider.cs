namespace EidAuth.Testing;

/// <summary>A clock that never lets anybody wait: what is waited for is over at once, and the clock shows by how much it went forward.</summary>
public sealed class HurriedTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private long ticks;

    /// <summary>All that was waited for, one wait after the other.</summary>
    public TimeSpan Waited => new(Interlocked.Read(ref ticks));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Waited;

    /// <inheritdoc/>
    public override long GetTimestamp() => Waited.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(HurriedTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        // Not on this thread: who waits has not been given its timer yet.
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Interlocked.Add(ref clock.ticks, dueTime.Ticks);
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
