namespace EidAuth.Pki;

/// <summary>Which revocation list decided, for an audit record.</summary>
/// <param name="ThisUpdate">When the CA made it, by its clock.</param>
/// <param name="NextUpdate">When the CA promised the next.</param>
/// <param name="Number">cRLNumber in hexadecimal; null where the list has none.</param>
/// <param name="IsVersion1">It counts only because lists of version 1 are allowed.</param>
/// <param name="IsSha1">It counts only because SHA-1 is allowed.</param>
public sealed record CrlEvidence(DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, string? Number, bool IsVersion1, bool IsSha1);
