using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>One pinned root certificate. Roots that were re-issued with their key are several anchors with one key.</summary>
internal sealed record TrustAnchor
{
    /// <summary>Which of the Belgian roots; null for a test anchor.</summary>
    public BelgianRoot? Root { get; init; }

    /// <summary>SHA-256 of the certificate.</summary>
    public required byte[] CertificateHash { get; init; }

    /// <summary>SHA-256 of its SubjectPublicKeyInfo.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Its subject key identifier, by which a certificate says that it was issued under it.</summary>
    public required byte[] KeyIdentifier { get; init; }

    /// <summary>First moment of validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last moment of validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The policies of holders under it.</summary>
    public required PolicyFamily Policies { get; init; }

    /// <summary>Its bytes, where they are known beforehand; a pin alone waits for bytes that match it.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>Both hashes are equal: this is that certificate.</summary>
    public bool Is(Certificate certificate)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate.Encoded.Span, hash);
        if (!hash.SequenceEqual(CertificateHash))
        {
            return false;
        }

        SHA256.HashData(certificate.PublicKey.Encoded.Span, hash);
        return hash.SequenceEqual(KeyHash);
    }
}
