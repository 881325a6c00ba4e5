using System.Buffers.Binary;

namespace EidAuth.PcSc;

/// <summary>Readers that need something else than PC/SC part 10 says: known by their names, as the official middleware knows them.</summary>
internal static class PinPadReader
{
    private const byte BytesLeftBcdFromSecondByte = 0x89;
    private const byte Bcd = 0x01;

    private const uint VendorIfdVersion = 0x00010102;
    private const uint FirmwareThatCountsBytes = 0x0506;

    private static readonly string[] Ppdu =
    [
        "VASCO DIGIPASS 840", "VASCO DIGIPASS 870", "VASCO DIGIPASS 875", "VASCO DIGIPASS 876", "VASCO DIGIPASS 920",
        "Gemalto ING Shield Pro", "ETSWW eKrypto PINPhab", "ETSWW eKrypto PINPad", "DIOSS pinpad",
    ];

    /// <summary>
    /// The keypad is left alone: it sends VERIFY without data to learn the tries left, which on the oldest cards uses one up, and takes no more than 8 digits.
    /// </summary>
    public static bool IsLeftAlone(string reader) => reader.StartsWith("Gemplus GemPC Pinpad", StringComparison.Ordinal);

    /// <summary>The keypad is reached by pseudo-APDUs.</summary>
    public static bool TakesPseudoApdus(string reader) => Array.Exists(Ppdu, name => reader.StartsWith(name, StringComparison.Ordinal));

    /// <summary>bmFormatString: positions in bytes, PIN one byte in, left justified, BCD; the SPRx32 before firmware 5.06 wants the bare BCD.</summary>
    public static byte FormatString(ICardHandle handle) =>
        handle.Reader.Contains("SPRx32 USB", StringComparison.Ordinal) && Firmware(handle) is > 0 and < FirmwareThatCountsBytes
            ? Bcd
            : BytesLeftBcdFromSecondByte;

    // 0xMMmmbbbb, little-endian: major and minor version, build. 0 where the driver does not tell: then the reader is taken for a new one.
    private static uint Firmware(ICardHandle handle)
    {
        Span<byte> version = stackalloc byte[sizeof(uint)];
        return handle.GetAttribute(VendorIfdVersion, version) == version.Length ? BinaryPrimitives.ReadUInt32LittleEndian(version) >> 16 : 0;
    }
}
