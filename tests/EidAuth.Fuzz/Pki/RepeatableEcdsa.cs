using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Fuzz.Pki;

/// <summary>
/// An ECDSA key made of a word, which signs the same bytes with the same signature in every process, so that a seed and a number mean the same input everywhere. For
/// generated inputs only: nothing is secret here.
/// </summary>
internal sealed class RepeatableEcdsa : ECDsa
{
    private static readonly BigInteger P256Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, null);
    private static readonly BigInteger P384Order = BigInteger.Parse("0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973", System.Globalization.NumberStyles.HexNumber, null);

    private readonly ECCurve curve;
    private readonly BigInteger order;
    private readonly BigInteger secret;
    private readonly ECParameters parameters;

    public RepeatableEcdsa(string word, int bits)
    {
        KeySizeValue = bits;
        LegalKeySizesValue = [new KeySizes(bits, bits, 0)];
        (curve, order) = bits == 256 ? (ECCurve.NamedCurves.nistP256, P256Order) : (ECCurve.NamedCurves.nistP384, P384Order);
        secret = Scalar(Encoding.UTF8.GetBytes(word));
        parameters = Point(secret);
    }

    public override byte[] SignHash(byte[] hash)
    {
        // FIPS 186-5 §6.4.1, with k made of key and hash; the platform multiplies the point.
        var k = Scalar([.. Bytes(secret), .. hash]);
        var r = Number(Point(k).Q.X!) % order;
        var z = Number(hash.AsSpan(0, Math.Min(hash.Length, KeySize / 8)));
        var s = BigInteger.ModPow(k, order - 2, order) * (z + (r * secret)) % order;
        return [.. Bytes(r), .. Bytes(s)];
    }

    public override bool VerifyHash(byte[] hash, byte[] signature)
    {
        using var key = Create(ExportParameters(includePrivateParameters: false));
        return key.VerifyHash(hash, signature);
    }

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? parameters
        : new ECParameters { Curve = curve, Q = parameters.Q };

    private ECParameters Point(BigInteger scalar)
    {
        using var key = Create(new ECParameters { Curve = curve, D = Bytes(scalar) });
        return key.ExportParameters(includePrivateParameters: true);
    }

    private BigInteger Scalar(byte[] of) => (Number(SHA512.HashData(of)) % (order - 1)) + 1;

    private byte[] Bytes(BigInteger number)
    {
        var field = new byte[KeySize / 8];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(field, field.Length - bytes.Length);
        return field;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
