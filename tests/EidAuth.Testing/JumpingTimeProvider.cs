namespace EidAuth.Testing;

/// <summary>A machine whose clock somebody sets: the date jumps, forward or back, while waits and timers go on as they were.</summary>
public sealed class JumpingTimeProvider(TimeProvider clock) : TimeProvider
{
    private long ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ahead));

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the date, by so much from where it now is.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
