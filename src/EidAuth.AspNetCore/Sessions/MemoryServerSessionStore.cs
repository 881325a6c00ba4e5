namespace EidAuth.AspNetCore.Sessions;

/// <summary>
/// Sessions in the memory of one process. Bounded: of one account the session used longest ago goes when it has too many, and of all of them when there are too many, so
/// that nobody fills the memory by logging in and one account cannot end the others'.
/// </summary>
internal sealed class MemoryServerSessionStore(TimeProvider clock, int capacity, int capacityOfAccount, int capacityOfEnded) : IServerSessionStore
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly SessionIndex sessions = new();
    private readonly EndedCards ended = new(capacityOfEnded);
    private DateTimeOffset nextSweep = clock.GetUtcNow() + BetweenSweeps;

    public MemoryServerSessionStore(TimeProvider clock)
        : this(clock, capacity: 50_000, capacityOfAccount: 50, capacityOfEnded: 100_000)
    {
    }

    public bool IsSingleServer => true;

    public ValueTask<bool> AddAsync(SealedServerSession session, CancellationToken cancellation)
    {
        lock (gate)
        {
            Sweep();
            return ValueTask.FromResult(!IsEnded(session) && Add(session));
        }
    }

    public ValueTask<SealedServerSession?> FindAsync(string keyHash, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(sessions.OfKey(keyHash));
        }
    }

    public ValueTask<bool> ReplaceAsync(string keyHash, SealedServerSession session, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (sessions.OfKey(keyHash) is not { } before)
            {
                return ValueTask.FromResult(false);
            }

            sessions.Remove(before);
            return ValueTask.FromResult(!IsEnded(session) && Add(session));
        }
    }

    public ValueTask TouchAsync(string id, DateTimeOffset lastSeenAt, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (sessions.OfId(id) is { } before)
            {
                sessions.Remove(before);
                sessions.Add(before with { Session = before.Session with { LastSeenAt = lastSeenAt, ExpiresAt = expiresAt } });
            }
        }

        return default;
    }

    public ValueTask<IReadOnlyList<ServerSession>> OfAccountAsync(string account, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ServerSession>>([.. sessions.OfAccount(account).Select(found => found.Session)]);
        }
    }

    public ValueTask<bool> EndAsync(string id, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(sessions.OfId(id) is { } found && sessions.Remove(found));
        }
    }

    public ValueTask<int> EndAllAsync(string account, string? exceptId, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(sessions.OfAccount(account).Where(found => found.Session.Id != exceptId).ToList().Count(sessions.Remove));
        }
    }

    public ValueTask<int> EndByCardAsync(string endHash, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (gate)
        {
            ended.Remember(endHash, until, clock.GetUtcNow());
            return ValueTask.FromResult(sessions.OfCard(endHash).ToList().Count(sessions.Remove));
        }
    }

    private bool IsEnded(SealedServerSession session) => session.Session.EndHash is { } hash && ended.Contains(hash, clock.GetUtcNow());

    private bool Add(SealedServerSession session)
    {
        if (session.Session.Account is { } account && sessions.OfAccount(account).Count() >= capacityOfAccount)
        {
            sessions.Remove(sessions.OfAccount(account).MinBy(found => found.Session.LastSeenAt)!);
        }

        if (sessions.Count >= capacity)
        {
            sessions.Remove(sessions.All.MinBy(found => found.Session.LastSeenAt)!);
        }

        sessions.Add(session);
        return true;
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        if (now >= nextSweep)
        {
            nextSweep = now + BetweenSweeps;
            foreach (var over in sessions.All.Where(found => found.Session.ExpiresAt <= now).ToList())
            {
                sessions.Remove(over);
            }
        }
    }
}
