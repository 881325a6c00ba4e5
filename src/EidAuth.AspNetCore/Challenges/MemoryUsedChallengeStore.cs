namespace EidAuth.AspNetCore.Challenges;

/// <summary>
/// Used challenges in the memory of one process. Bounded: anybody can have challenges issued and post rubbish for them, so when it is full the oldest goes and
/// every challenge as old as that one is refused from then on. A flood costs slow logins a second try, never lets one be used twice.
/// </summary>
internal sealed class MemoryUsedChallengeStore(TimeProvider clock, int capacity) : IUsedChallengeStore
{
    private const int UsualCapacity = 100_000;

    private readonly Lock gate = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(string Nonce, DateTimeOffset ExpiresAt), DateTimeOffset> oldestFirst = new();

    // What was used before the process started is not known here.
    private DateTimeOffset memoryBegins = clock.GetUtcNow();

    public MemoryUsedChallengeStore(TimeProvider clock)
        : this(clock, UsualCapacity)
    {
    }

    public bool IsSingleServer => true;

    public ValueTask<ChallengeUse> UseAsync(
        ReadOnlyMemory<byte> nonce, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        ValueTask.FromResult(Use(Convert.ToHexString(nonce.Span), issuedAt, expiresAt));

    private ChallengeUse Use(string nonce, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            DropExpired(now);
            if (used.Contains(nonce))
            {
                return ChallengeUse.Again;
            }

            // A challenge that expired since the caller looked at its age may be one of those just dropped.
            if (issuedAt < memoryBegins || expiresAt <= now)
            {
                return ChallengeUse.Forgotten;
            }

            used.Add(nonce);
            oldestFirst.Enqueue((nonce, expiresAt), issuedAt);
            if (used.Count > capacity)
            {
                ForgetOldest();
            }

            return ChallengeUse.First;
        }
    }

    private void DropExpired(DateTimeOffset now)
    {
        while (oldestFirst.TryPeek(out var oldest, out var issuedAt) && oldest.ExpiresAt <= now)
        {
            used.Remove(oldestFirst.Dequeue().Nonce);
            Forget(issuedAt);
        }
    }

    private void ForgetOldest()
    {
        oldestFirst.TryDequeue(out var oldest, out var issuedAt);
        used.Remove(oldest.Nonce);
        Forget(issuedAt);
    }

    // A clock that is set back makes a challenge young again whose use is no longer known.
    private void Forget(DateTimeOffset issuedAt) => memoryBegins = issuedAt < memoryBegins ? memoryBegins : issuedAt.AddTicks(1);
}
