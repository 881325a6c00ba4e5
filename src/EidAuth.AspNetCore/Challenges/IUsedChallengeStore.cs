namespace EidAuth.AspNetCore;

/// <summary>
/// Remembers which challenges were used, until they expire. Issuing writes nothing here. Several servers need one store in common, whose insertion is atomic
/// across them; the one that comes with this package serves a single process.
/// </summary>
public interface IUsedChallengeStore
{
    /// <summary>True when only this process knows what it remembers.</summary>
    bool IsSingleServer { get; }

    /// <summary>Marks a challenge as used. Of any number of calls with one nonce, exactly one gets <see cref="ChallengeUse.First"/>.</summary>
    /// <param name="nonce">32 bytes.</param>
    /// <param name="issuedAt">From the sealed challenge.</param>
    /// <param name="expiresAt">Need not be remembered longer: from then on the answer is never <see cref="ChallengeUse.First"/>, whatever the caller saw before.</param>
    /// <param name="cancellation">The request's.</param>
    ValueTask<ChallengeUse> UseAsync(
        ReadOnlyMemory<byte> nonce, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken cancellation);
}
