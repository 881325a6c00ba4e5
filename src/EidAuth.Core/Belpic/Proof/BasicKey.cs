using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>File 4040, from 1.8 on: the public key of the card itself, a DER SubjectPublicKeyInfo of P-384. Tag 1A of the identity file is its SHA-384.</summary>
public sealed record BasicKey
{
    private const int CoordinateLength = 48;

    /// <summary>The file as stored.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>48 bytes.</summary>
    public ReadOnlyMemory<byte> X => Raw.Slice(Head.Length, CoordinateLength);

    /// <summary>48 bytes.</summary>
    public ReadOnlyMemory<byte> Y => Raw.Slice(Head.Length + CoordinateLength, CoordinateLength);

    // id-ecPublicKey, secp384r1, an uncompressed point.
    private static ReadOnlySpan<byte> Head =>
    [
        0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22, 0x03, 0x62, 0x00, 0x04,
    ];

    /// <summary>Reads the file; false for anything but a P-384 key. Whether the point is on the curve is found out by <see cref="CreateEcdsa"/>.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out BasicKey? key)
    {
        var isKey = file.Length == Head.Length + (2 * CoordinateLength) && file.Span.StartsWith(Head);
        key = isKey ? new BasicKey { Raw = file.ToArray() } : null;
        return isKey;
    }

    /// <summary>The key; the caller disposes it.</summary>
    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    public ECDsa CreateEcdsa() =>
        ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = new ECPoint { X = X.ToArray(), Y = Y.ToArray() } });

    /// <summary>Says nothing of the card.</summary>
    public override string ToString() => nameof(BasicKey);
}
