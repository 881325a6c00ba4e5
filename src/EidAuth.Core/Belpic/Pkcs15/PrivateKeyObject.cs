using System.Buffers.Binary;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>An entry of file 5035: a private key (PKCS#15 1.1 §6.3; card content 5.4 §5.3.5).</summary>
public sealed record PrivateKeyObject
{
    private const int SignBit = 2;
    private const int NonRepudiationBit = 9;

    /// <summary>Authentication or Signature.</summary>
    public required string Label { get; init; }

    /// <summary>The same as its certificate's.</summary>
    public required ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>The PIN that guards it.</summary>
    public required ReadOnlyMemory<byte> AuthId { get; init; }

    /// <summary>1: the PIN for each signature; null when once is enough.</summary>
    public int? UserConsent { get; init; }

    /// <summary>For signatures that log in.</summary>
    public bool CanSign { get; init; }

    /// <summary>For signatures that bind.</summary>
    public bool CanSignNonRepudiation { get; init; }

    /// <summary>What MSE names it by: 82 or 83, hexadecimal.</summary>
    public byte KeyReference { get; init; }

    /// <summary>Elliptic curve; otherwise RSA.</summary>
    public bool IsEllipticCurve { get; init; }

    /// <summary>What the file says of the key's length in bits. Some 1.7 cards are said to have 1024 there; the certificate tells.</summary>
    public int Bits { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<PrivateKeyObject>? keys)
    {
        var steps = 0;
        return TryParse(file, out keys, ref steps);
    }

    internal static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<PrivateKeyObject>? keys, ref int steps)
    {
        keys = null;
        return Pkcs15File.TryCopy(file, out var raw, ref steps) && Pkcs15File.TryReadObjects(raw, Read, out keys, ref steps);
    }

    private static PrivateKeyObject? Read(Pkcs15Object common)
    {
        var (inClass, inType) = (common.Class, common.Type);
        return common.Tag is DerTag.Sequence or DerTag.Explicit0
            && inClass.TryRead(DerTag.OctetString, out var id)
            && inClass.TryReadBits(out var usage, out _)
            && inClass.TryReadBits(out _, out _)
            && TryReadNumber(ref inClass, out var reference) && reference <= byte.MaxValue
            && Pkcs15File.TryReadPath(ref inType, out _)
            && TryReadNumber(ref inType, out var bits)
            ? new PrivateKeyObject
            {
                Label = common.Label,
                Id = id,
                AuthId = common.AuthId,
                UserConsent = common.UserConsent,
                CanSign = Pkcs15File.IsSet(usage, SignBit),
                CanSignNonRepudiation = Pkcs15File.IsSet(usage, NonRepudiationBit),
                KeyReference = (byte)reference,
                IsEllipticCurve = common.Tag == DerTag.Explicit0,
                Bits = bits,
            }
            : null;
    }

    // INTEGER of at most two bytes, not negative.
    private static bool TryReadNumber(ref DerReader reader, out int value)
    {
        value = 0;
        if (!reader.TryReadInteger(out var bytes) || bytes.Length > 2)
        {
            return false;
        }

        value = bytes.Length == 1 ? (sbyte)bytes.Span[0] : BinaryPrimitives.ReadInt16BigEndian(bytes.Span);
        return value >= 0;
    }
}
