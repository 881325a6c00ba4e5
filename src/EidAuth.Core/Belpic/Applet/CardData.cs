using System.Buffers.Binary;

namespace EidAuth.Belpic;

/// <summary>What GET CARD DATA answers: 28 bytes, and with the PIN tries left 31 from 1.8 on.</summary>
public sealed record CardData
{
    internal const int Length = 28;

    /// <summary>With P2 = 01, 1.8 only: tries left, FF, FF.</summary>
    internal const int ExtendedLength = Length + 3;

    private const int ChipNumberLength = 16;
    private const int AppletOffset = 21;
    private const int MostTries = 3;
    private const int MaximumLength = 256;

    private CardData(byte[] raw) => Raw = raw;

    /// <summary>The whole answer.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Bytes 0 to 15: two for the card's maker, two for the chip's, twelve for the chip.</summary>
    public ReadOnlyMemory<byte> ChipNumber => Raw[..ChipNumberLength];

    /// <summary>Byte 16.</summary>
    public byte ComponentCode => Raw.Span[16];

    /// <summary>Byte 17.</summary>
    public byte OsNumber => Raw.Span[17];

    /// <summary>Byte 18.</summary>
    public byte OsVersion => Raw.Span[18];

    /// <summary>Byte 19.</summary>
    public byte SoftmaskNumber => Raw.Span[19];

    /// <summary>Byte 20.</summary>
    public byte SoftmaskVersion => Raw.Span[20];

    /// <summary>Byte 21 as it is: 10, 11, 17 or 18, hexadecimal.</summary>
    public byte AppletByte => Raw.Span[AppletOffset];

    /// <summary>What byte 21 means. 1.0 says 10, and what comes after 1.8 is used like 1.8: the algorithm follows the certificate's key, not this byte.</summary>
    public AppletVersion Applet => AppletByte switch
    {
        < 0x17 => AppletVersion.V11,
        0x17 => AppletVersion.V17,
        _ => AppletVersion.V18,
    };

    /// <summary>Bytes 22 and 23 from 1.7 on; null before.</summary>
    public int? GlobalOsVersion => Applet == AppletVersion.V11 ? null : BinaryPrimitives.ReadUInt16BigEndian(Raw.Span[22..]);

    /// <summary>Byte 24 from 1.7 on, bytes 23 and 24 before.</summary>
    public int AppletInterfaceVersion => Applet == AppletVersion.V11 ? BinaryPrimitives.ReadUInt16BigEndian(Raw.Span[23..]) : Raw.Span[24];

    /// <summary>Bytes 25 and 26 before 1.7; null from then on.</summary>
    public int? Pkcs15Version => Applet == AppletVersion.V11 ? BinaryPrimitives.ReadUInt16BigEndian(Raw.Span[25..]) : null;

    /// <summary>Byte 25 from 1.7 on: which PKCS#1 schemes the keys do; null before.</summary>
    public byte? Pkcs1Support => Applet == AppletVersion.V11 ? null : Raw.Span[25];

    /// <summary>Byte 26 from 1.7 on; null before.</summary>
    public byte? KeyExchangeVersion => Applet == AppletVersion.V11 ? null : Raw.Span[26];

    /// <summary>Byte 27: 0F on a card in use. What its other values are called differs between the manuals.</summary>
    public byte LifeCycle => Raw.Span[27];

    /// <summary>Byte 28: PIN tries left, 0 to 3; null where the card did not say, which is before 1.8 and when it has no PIN.</summary>
    public int? TriesLeft => Raw.Length > Length && Raw.Span[Length] is <= MostTries and var tries ? tries : null;

    /// <summary>False when there are fewer bytes than any generation sends, or more than an answer has.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out CardData? data)
    {
        data = raw.Length is >= Length and <= MaximumLength ? new CardData(raw.ToArray()) : null;
        return data is not null;
    }

    /// <summary>Says nothing of the card.</summary>
    public override string ToString() => nameof(CardData);
}
