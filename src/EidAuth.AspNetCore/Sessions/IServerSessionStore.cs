namespace EidAuth.AspNetCore;

/// <summary>
/// Where sessions stand. The store that comes with this package serves a single process and forgets at its end; several servers register one of their own, before or
/// after <c>AddServerSessions</c>, scoped if it likes. What is past <see cref="ServerSession.ExpiresAt"/> may be returned or not: whoever asks looks at the time.
/// </summary>
public interface IServerSessionStore
{
    /// <summary>True when only this process knows what it remembers.</summary>
    bool IsSingleServer { get; }

    /// <summary>Keeps a new session. False when the card that began it has left meanwhile (<see cref="EndByCardAsync"/>): nothing is kept then.</summary>
    ValueTask<bool> AddAsync(SealedServerSession session, CancellationToken cancellation);

    /// <summary>The session of a key; null when there is none.</summary>
    ValueTask<SealedServerSession?> FindAsync(string keyHash, CancellationToken cancellation);

    /// <summary>
    /// Puts a session in the place of the one of a key, in one step; the new one may have another key. False, and nothing kept, when there is none of that key any more or
    /// its card has left: an ended session never comes back.
    /// </summary>
    ValueTask<bool> ReplaceAsync(string keyHash, SealedServerSession session, CancellationToken cancellation);

    /// <summary>Notes that a session was used; does nothing when it has ended.</summary>
    ValueTask TouchAsync(string id, DateTimeOffset lastSeenAt, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>The sessions of an account under any scheme, in no order.</summary>
    ValueTask<IReadOnlyList<ServerSession>> OfAccountAsync(string account, CancellationToken cancellation);

    /// <summary>Ends the session with this id; false when there is none.</summary>
    ValueTask<bool> EndAsync(string id, CancellationToken cancellation);

    /// <summary>Ends the sessions of an account; says how many.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="exceptId">One that goes on; null: none.</param>
    /// <param name="cancellation">The request's.</param>
    ValueTask<int> EndAllAsync(string account, string? exceptId, CancellationToken cancellation);

    /// <summary>
    /// Ends each session with this <see cref="ServerSession.EndHash"/>, says how many, and lets none begin until <paramref name="until"/>: the card can leave while its
    /// login is still being verified. An addition and an end of one hash at the same moment must not miss each other: in a database, serializable, or one lock for each
    /// hash. Anybody can ask for any hash, so what is remembered needs a bound.
    /// </summary>
    ValueTask<int> EndByCardAsync(string endHash, DateTimeOffset until, CancellationToken cancellation);
}
