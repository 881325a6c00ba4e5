using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>SHA-1 as OCSP uses it: to name an issuer (CertID, RFC 5019 §2.1.1) or a responder (byKey, RFC 6960 §4.2.1). It identifies; nothing rests on it.</summary>
internal static class OcspHash
{
    public const int Length = 20;

    public static byte[] Of(ReadOnlySpan<byte> data)
    {
        var hash = new byte[Length];
        Write(data, hash);
        return hash;
    }

    /// <summary>It is the hash of that.</summary>
    public static bool Is(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> data)
    {
        Span<byte> other = stackalloc byte[Length];
        Write(data, other);
        return hash.SequenceEqual(other);
    }

    private static void Write(ReadOnlySpan<byte> data, Span<byte> hash)
    {
#pragma warning disable CA5350, RS0030 // SHA-1 is what RFC 5019 §2.1.1 names issuers with; the signature is checked against the verified issuer's key.
        SHA1.HashData(data, hash);
#pragma warning restore CA5350, RS0030
    }
}
