using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// The algorithms a certificate or an OCSP answer may be signed with: ECDSA (RFC 5758 §3.2) and RSA PKCS#1 v1.5 (RFC 4055 §5), both with SHA-2. The whole
/// AlgorithmIdentifier is compared, so parameters have their one right form. SHA-1, MD5 and PSS are not on the list.
/// </summary>
internal readonly record struct SignatureAlgorithm(HashAlgorithmName Hash, bool IsRsa)
{
    private static ReadOnlySpan<byte> Ecdsa => [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03];

    private static ReadOnlySpan<byte> Rsa => [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01];

    /// <summary>Looks an AlgorithmIdentifier up.</summary>
    public static bool TryFind(ReadOnlySpan<byte> identifier, out SignatureAlgorithm algorithm)
    {
        var found = identifier.StartsWith(Ecdsa) && identifier.Length == Ecdsa.Length + 1
            ? new SignatureAlgorithm(HashOf(identifier[^1], 2, 3, 4), IsRsa: false)
            : identifier.StartsWith(Rsa) && identifier.Length == Rsa.Length + 3 && identifier[^2..] is [0x05, 0x00]
                ? new SignatureAlgorithm(HashOf(identifier[^3], 11, 12, 13), IsRsa: true)
                : default;
        algorithm = found;
        return found.Hash.Name is not null;
    }

    /// <summary>Looks up RSA with SHA-1, which is on the list only where somebody asked for it by name.</summary>
    public static bool TryFindSha1(ReadOnlySpan<byte> identifier, out SignatureAlgorithm algorithm)
    {
        algorithm = new SignatureAlgorithm(HashAlgorithmName.SHA1, IsRsa: true);
        return identifier.StartsWith(Rsa) && identifier.Length == Rsa.Length + 3 && identifier[^3..] is [5, 0x05, 0x00];
    }

    private static HashAlgorithmName HashOf(byte last, byte sha256, byte sha384, byte sha512) =>
        last == sha256 ? HashAlgorithmName.SHA256
        : last == sha384 ? HashAlgorithmName.SHA384
        : last == sha512 ? HashAlgorithmName.SHA512
        : default;
}
