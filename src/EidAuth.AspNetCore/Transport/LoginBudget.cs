namespace EidAuth.AspNetCore.Transport;

/// <summary>The time one login may spend on everything it asks of others, retries and fall-backs included.</summary>
internal sealed class LoginBudget : IDisposable
{
    /// <summary>One try takes no longer, however much is left.</summary>
    public static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource end;
    private readonly TimeProvider clock;
    private readonly TimeSpan total;
    private readonly long start;

    /// <summary>Begins now.</summary>
    public LoginBudget(TimeProvider clock, TimeSpan total)
    {
        (this.clock, this.total) = (clock, total);
        start = clock.GetTimestamp();
        end = new CancellationTokenSource(total, clock);
    }

    /// <summary>Cancelled when it is used up.</summary>
    public CancellationToken End => end.Token;

    /// <summary>What is left; zero when it is used up.</summary>
    public TimeSpan Remaining => end.IsCancellationRequested || total <= clock.GetElapsedTime(start) ? TimeSpan.Zero : total - clock.GetElapsedTime(start);

    /// <summary>What one try may take: three quarters of the whole at most, so that somebody else can still be asked.</summary>
    public TimeSpan PerTry => LongestTry < total * 0.75 ? LongestTry : total * 0.75;

    /// <summary>What a try that begins now may take: <see cref="PerTry"/>, or what is left.</summary>
    public TimeSpan NextTry
    {
        get
        {
            var left = Remaining;
            return PerTry < left ? PerTry : left;
        }
    }

    public void Dispose() => end.Dispose();
}
