using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// Names one certificate of one CA key without saying which: SHA-256 over the CA's key, its name and the serial number. For holding answers and for putting questions
/// that are the same together. Not to be logged: who has a list of certificates can find it again.
/// </summary>
public readonly struct RevocationKey : IEquatable<RevocationKey>
{
    private readonly UInt128 high;
    private readonly UInt128 low;

    private RevocationKey(ReadOnlySpan<byte> hash) =>
        (high, low) = (BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));

    /// <summary>The same certificate of the same CA key.</summary>
    public static bool operator ==(RevocationKey left, RevocationKey right) => left.Equals(right);

    /// <summary>Another certificate, or of another CA key.</summary>
    public static bool operator !=(RevocationKey left, RevocationKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RevocationKey other) => high == other.high && low == other.low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RevocationKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => high.GetHashCode();

    /// <summary>Says nothing of the certificate.</summary>
    public override string ToString() => nameof(RevocationKey);

    /// <summary>The key of a certificate of that CA.</summary>
    internal static RevocationKey Of(CertificateAuthority authority, ReadOnlySpan<byte> serialNumber)
    {
        // Serial numbers of certificates that read have 20 bytes at most (RFC 5280 §4.1.2.2).
        Span<byte> text = stackalloc byte[32 + 20 + 32];
        authority.KeyHash.CopyTo(text);
        authority.OcspNameHash.CopyTo(text[32..]);
        serialNumber.CopyTo(text[52..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(text[..(52 + serialNumber.Length)], hash);
        return new RevocationKey(hash);
    }
}
