namespace EidAuth.UnitTests.AspNetCore.Load;

/// <summary>The machine's clock, put forward: answers end at once, while waits take as long as they take.</summary>
internal sealed class ShiftedTimeProvider : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref shift));

    public void Forward(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
