namespace EidAuth.Belpic;

/// <summary>
/// The authentication certificates of cards that signed a login, by chip number: in memory, few, and not for long. A card whose key was renewed is found out by
/// its signature (<see cref="BelpicSession.SignLogin"/>). Thread-safe.
/// </summary>
public sealed class CertificateCache : IDisposable
{
    /// <summary>How many cards are remembered; the one used longest ago goes first.</summary>
    public const int MaximumCount = 16;

    /// <summary>How long a card is remembered after its last login.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly LinkedList<Entry> entries = [];
    private readonly TimeProvider clock;
    private readonly ITimer sweep;
    private readonly long start;

    /// <summary>An empty cache.</summary>
    /// <param name="clock">Forgets by its time.</param>
    public CertificateCache(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.clock, start) = (clock, clock.GetTimestamp());
        sweep = clock.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many cards are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>Forgets every card.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    /// <summary>Forgets every card and stops the clock.</summary>
    public void Dispose()
    {
        Clear();
        sweep.Dispose();
    }

    /// <summary>The certificate of that chip, or null.</summary>
    internal byte[]? Find(ReadOnlyMemory<byte> chipNumber)
    {
        lock (gate)
        {
            return Of(chipNumber) is { } entry && entry.Until > Now ? entry.Certificate : null;
        }
    }

    /// <summary>Remembers a certificate whose key just signed.</summary>
    internal void Keep(ReadOnlyMemory<byte> chipNumber, byte[] certificate)
    {
        lock (gate)
        {
            Forget(chipNumber);
            if (entries.Count == MaximumCount)
            {
                entries.RemoveFirst();
            }

            entries.AddLast(new Entry(chipNumber.ToArray(), certificate, Now + Lifetime));
            Schedule();
        }
    }

    /// <summary>Forgets that chip.</summary>
    internal void Forget(ReadOnlyMemory<byte> chipNumber)
    {
        lock (gate)
        {
            if (Of(chipNumber) is { } entry)
            {
                entries.Remove(entry);
            }
        }
    }

    // Since the cache was made: setting the computer's clock makes nothing last longer.
    private TimeSpan Now => clock.GetElapsedTime(start);

    private Entry? Of(ReadOnlyMemory<byte> chipNumber) => entries.FirstOrDefault(entry => entry.ChipNumber.AsSpan().SequenceEqual(chipNumber.Span));

    // The first is the oldest: kept longest ago, over soonest.
    private void Schedule()
    {
        if (entries.First is { } first)
        {
            var rest = first.Value.Until - Now;
            sweep.Change(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Sweep()
    {
        lock (gate)
        {
            while (entries.First is { } first && first.Value.Until <= Now)
            {
                entries.RemoveFirst();
            }

            Schedule();
        }
    }

    private sealed record Entry(byte[] ChipNumber, byte[] Certificate, TimeSpan Until)
    {
        public override string ToString() => nameof(Entry);
    }
}
