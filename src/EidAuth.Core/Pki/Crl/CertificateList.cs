namespace EidAuth.Pki;

/// <summary>
/// A revocation list (RFC 5280 §5.1), read once and strictly, with its signed part hashed on the way; its bytes are not kept. Reading proves nothing:
/// <see cref="CrlJudge"/> makes a <see cref="VerifiedList"/> of it.
/// </summary>
internal sealed class CertificateList
{
    /// <summary>How many bytes it had.</summary>
    public required int Length { get; init; }

    /// <summary>It has no version field, hence no extensions.</summary>
    public required bool IsVersion1 { get; init; }

    /// <summary>The signature's AlgorithmIdentifier, the same inside and outside.</summary>
    public required ReadOnlyMemory<byte> SignatureAlgorithm { get; init; }

    /// <summary>The hash of tbsCertList that the algorithm wants; empty where the algorithm is not one of those that are ever accepted.</summary>
    public required ReadOnlyMemory<byte> SignedHash { get; init; }

    /// <summary>The signature's bytes.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>DER of the issuer's name.</summary>
    public required ReadOnlyMemory<byte> Issuer { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset ThisUpdate { get; init; }

    /// <summary>When the next is due, or null.</summary>
    public required DateTimeOffset? NextUpdate { get; init; }

    /// <summary>Its extensions.</summary>
    public required CrlExtensions Extensions { get; init; }

    /// <summary>The revoked certificates.</summary>
    public required RevokedSerials Entries { get; init; }

    /// <summary>A critical extension, of the whole or of an entry, is unknown.</summary>
    public required bool HasUnknownCritical { get; init; }
}
