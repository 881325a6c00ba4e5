using EidAuth.Pki;

namespace EidAuth.Transcripts.Redaction;

/// <summary>A public key of the same kind and size as the real one, which nobody can sign with: on a curve its base point, for RSA a modulus of ones.</summary>
internal static class SyntheticKey
{
    private const int P256Length = 66, P384Length = 98;

    // 1.2.840.113549.1.1.1 and 1.2.840.10045.2.1.
    private static ReadOnlySpan<byte> Rsa => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];

    private static ReadOnlySpan<byte> EllipticCurve => [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];

    // The curves' base points (SEC 2 §2.4.2, §2.5.1).
    private static byte[] P256 { get; } = Convert.FromHexString(
        "046B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C2964FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");

    private static byte[] P384 { get; } = Convert.FromHexString(
        "04AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7"
        + "3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F");

    /// <summary>Rewrites the bits of a SubjectPublicKeyInfo, given its contents; false when they are no such thing.</summary>
    public static bool TryRewrite(Memory<byte> contents)
    {
        var reader = new DerReader(contents);
        if (!reader.TryEnter(DerTag.Sequence, out var algorithm) || !algorithm.TryReadOid(out var identifier)
            || !reader.TryRead(DerTag.BitString, out var bits) || !reader.IsEmpty)
        {
            return false;
        }

        var value = contents[^bits.Length..];
        if (identifier.Span.SequenceEqual(EllipticCurve))
        {
            WritePoint(value.Span);
            return IsWithoutParameters(algorithm, DerTag.ObjectIdentifier);
        }

        return identifier.Span.SequenceEqual(Rsa) && TryWriteModulus(value) && IsWithoutParameters(algorithm, 0x05);
    }

    // A named curve or NULL, and nothing else that could hold something.
    private static bool IsWithoutParameters(DerReader algorithm, byte tag) =>
        algorithm.TryRead(tag, out var parameters) && algorithm.IsEmpty && (parameters.IsEmpty || KnownValues.IsKnownIdentifier(parameters.Span));

    private static void WritePoint(Span<byte> bits)
    {
        var point = bits.Length switch { P256Length => P256, P384Length => P384, _ => [] };
        bits.Clear();
        point.CopyTo(bits[(point.Length == 0 ? 0 : 1)..]);
    }

    private static bool TryWriteModulus(Memory<byte> bits)
    {
        var key = new DerReader(bits.Length > 1 ? bits[1..] : bits);
        if (!key.TryRead(DerTag.Sequence, out var numbers) || !key.IsEmpty || bits.Span[0] != 0)
        {
            return false;
        }

        var inside = new DerReader(numbers);
        if (!inside.TryRead(DerTag.Integer, out var modulus) || !inside.TryRead(DerTag.Integer, out var exponent) || !inside.IsEmpty || modulus.Length < 2)
        {
            return false;
        }

        // Behind the modulus stand the exponent's tag, length and bytes.
        var start = bits.Length - numbers.Length + (numbers.Length - exponent.Length - 2 - modulus.Length);
        bits.Span.Slice(start, modulus.Length).Fill(0xFF);
        bits.Span[start] = 0;
        var end = bits.Span[^exponent.Length..];
        if (!end.SequenceEqual((ReadOnlySpan<byte>)[0x01, 0x00, 0x01]))
        {
            end.Fill(0x03);
        }

        return true;
    }
}
