using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>SHA-1 as OCSP uses it: to name an issuer (CertID, RFC 5019 §2.1.1) or a responder (byKey, RFC 6960 §4.2.1). It identifies; nothing rests on it.</summary>
internal static class OcspHash
{
    public const int Length = 20;

    public static byte[] Of(ReadOnlySpan<byte> data)
    {
#pragma warning disable CA5350, RS0030 // SHA-1 is what RFC 5019 §2.1.1 names issuers with; the signature is checked against the verified issuer's key.
        return SHA1.HashData(data);
#pragma warning restore CA5350, RS0030
    }
}
