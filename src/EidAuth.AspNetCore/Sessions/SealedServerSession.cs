namespace EidAuth.AspNetCore;

/// <summary>A session as a store keeps it. Neither part that opens it is readable there: of the key it has the hash, and the ticket is sealed.</summary>
/// <param name="Session">What may be listed.</param>
/// <param name="KeyHash">SHA-256 of the key in the cookie, 43 characters of base64url; no two sessions have the same.</param>
/// <param name="Ticket">Principal and properties, sealed with Data Protection for this key; some kilobytes.</param>
public sealed record SealedServerSession(ServerSession Session, string KeyHash, ReadOnlyMemory<byte> Ticket)
{
    /// <summary>Says nothing of account or session.</summary>
    public override string ToString() => nameof(SealedServerSession);
}
