using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>The algorithms of lists: those of certificates, and RSA with SHA-1, which the roots used until 2017 and which only an option lets count.</summary>
internal static class CrlAlgorithm
{
    private static ReadOnlySpan<byte> RsaSha1 => [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

    /// <summary>Looks an AlgorithmIdentifier up.</summary>
    public static bool TryFind(ReadOnlySpan<byte> identifier, out SignatureAlgorithm algorithm)
    {
        if (!identifier.SequenceEqual(RsaSha1))
        {
            return SignatureAlgorithm.TryFind(identifier, out algorithm);
        }

        algorithm = new SignatureAlgorithm(HashAlgorithmName.SHA1, IsRsa: true);
        return true;
    }

    /// <summary>It hashes with SHA-1.</summary>
    public static bool IsSha1(this SignatureAlgorithm algorithm) => algorithm.Hash == HashAlgorithmName.SHA1;
}
