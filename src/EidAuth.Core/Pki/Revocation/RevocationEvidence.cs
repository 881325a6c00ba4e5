namespace EidAuth.Pki;

/// <summary>What said whether a certificate is revoked, for an audit record. Verified; names nobody.</summary>
/// <param name="Source">What answered.</param>
/// <param name="ProducedAt">When it was signed, by the signer's clock; for a list its thisUpdate.</param>
/// <param name="ThisUpdate">When the status was known to be right.</param>
/// <param name="NextUpdate">When newer information was promised.</param>
/// <param name="CountsUntil">Until when it counts here: NextUpdate, or earlier where it may not be as old; later in grace.</param>
public sealed record RevocationEvidence(
    RevocationSource Source, DateTimeOffset ProducedAt, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, DateTimeOffset CountsUntil)
{
    /// <summary>cRLNumber in hexadecimal; null for an answer, or a list without one.</summary>
    public string? CrlNumber { get; init; }

    /// <summary>It is an answer that was held already, not one given to this login. Lists are always held.</summary>
    public bool IsHeld { get; init; }

    /// <summary>It is past its end and counts only by <see cref="RevocationMode.Grace"/>.</summary>
    public bool IsGrace { get; init; }
}
