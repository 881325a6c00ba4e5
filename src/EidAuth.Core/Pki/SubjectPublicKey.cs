namespace EidAuth.Pki;

/// <summary>A SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), read but not yet a key object.</summary>
/// <param name="Encoded">The whole structure.</param>
/// <param name="Bits">The BIT STRING's contents without the count of unused bits: what a key hash is over.</param>
/// <param name="Kind">What the key policy makes of it; <see cref="KeyKind.NotAllowed"/> for everything it does not list.</param>
/// <param name="Length">The length of one RSA signature or one ECDSA number, in bytes.</param>
internal readonly record struct SubjectPublicKey(ReadOnlyMemory<byte> Encoded, ReadOnlyMemory<byte> Bits, KeyKind Kind, int Length)
{
    private const int SmallestModulus = 2048 / 8;
    private const int LargestModulus = 8192 / 8;

    /// <summary>Reads the structure and classifies the key; a key of a kind that is not allowed reads well.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> encoded, out SubjectPublicKey key)
    {
        key = default;
        var reader = new DerReader(encoded);
        if (!reader.TryEnter(DerTag.Sequence, out var info)
            || !info.TryRead(DerTag.Sequence, out var algorithm)
            || !info.TryReadBits(out var bits, out var unused)
            || unused != 0
            || !info.IsEmpty)
        {
            return false;
        }

        var parameters = new DerReader(algorithm);
        if (!parameters.TryReadOid(out var oid))
        {
            return false;
        }

        var (kind, length) = (KeyKind.NotAllowed, 0);
        if (oid.Span.SequenceEqual(Oid.RsaEncryption))
        {
            (kind, length) = algorithm.Span[^2..] is [0x05, 0x00] && algorithm.Length == Oid.RsaEncryption.Length + 4 ? ClassifyRsa(bits) : (kind, 0);
        }
        else if (oid.Span.SequenceEqual(Oid.EcPublicKey))
        {
            // Named curves only: explicit parameters could carry another generator (the CVE-2020-0601 class).
            (kind, length) = parameters.TryReadOid(out var curve) && parameters.IsEmpty ? ClassifyEc(curve.Span, bits.Span) : (kind, 0);
        }

        key = new SubjectPublicKey(encoded, bits, kind, length);
        return true;
    }

    // RFC 8017 §A.1.1: modulus of 2048 to 8192 bits, odd; exponent odd, from 65537 up to 32 bits, so that one verification has a bounded cost.
    private static (KeyKind Kind, int Length) ClassifyRsa(ReadOnlyMemory<byte> bits)
    {
        var reader = new DerReader(bits);
        if (!reader.TryEnter(DerTag.Sequence, out var numbers)
            || !reader.IsEmpty
            || !numbers.TryReadInteger(out var modulus)
            || !numbers.TryReadInteger(out var exponent)
            || !numbers.IsEmpty)
        {
            return (KeyKind.NotAllowed, 0);
        }

        // A leading zero byte says that the first bit of the number is set: then the modulus has exactly 8 bits in each byte.
        var length = modulus.Length - 1;
        var modulusIsGood = modulus.Span[0] == 0 && length is >= SmallestModulus and <= LargestModulus && (modulus.Span[^1] & 1) == 1;
        var exponentIsGood = exponent.Span[0] < 0x80 && exponent.Length is >= 3 and <= 5 && (exponent.Span[^1] & 1) == 1 && AtLeast65537(exponent.Span);
        return modulusIsGood && exponentIsGood ? (KeyKind.Rsa, length) : (KeyKind.NotAllowed, 0);
    }

    // Shortest form, positive: three bytes 00 80 01 up would be 32769 and more.
    private static bool AtLeast65537(ReadOnlySpan<byte> exponent)
    {
        long value = 0;
        foreach (var part in exponent)
        {
            value = (value << 8) | part;
        }

        return value is >= 65537 and <= uint.MaxValue;
    }

    // SEC 1 §2.3.3: uncompressed points only. Whether the point lies on the curve is checked when the key object is made.
    private static (KeyKind Kind, int Length) ClassifyEc(ReadOnlySpan<byte> curve, ReadOnlySpan<byte> point)
    {
        var (kind, length) = curve.SequenceEqual(Oid.P256) ? (KeyKind.P256, 32)
            : curve.SequenceEqual(Oid.P384) ? (KeyKind.P384, 48)
            : curve.SequenceEqual(Oid.P521) ? (KeyKind.P521, 66)
            : (KeyKind.NotAllowed, 0);
        return length > 0 && point.Length == 1 + (2 * length) && point[0] == 0x04 ? (kind, length) : (KeyKind.NotAllowed, 0);
    }
}
