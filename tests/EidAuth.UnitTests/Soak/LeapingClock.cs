namespace EidAuth.UnitTests.Soak;

/// <summary>The system's clock, moved ahead where somebody would read a page. Its timers run as they do.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromSeconds((double)Volatile.Read(ref ahead) / TimestampFrequency);

    public override long GetTimestamp() => base.GetTimestamp() + Volatile.Read(ref ahead);

    public void Leap(TimeSpan by) => Interlocked.Add(ref ahead, (long)(by.TotalSeconds * TimestampFrequency));
}
