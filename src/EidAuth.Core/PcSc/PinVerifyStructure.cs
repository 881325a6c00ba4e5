using System.Buffers.Binary;

namespace EidAuth.PcSc;

/// <summary>
/// PIN_VERIFY_STRUCTURE (PC/SC part 10 §2.5.2) for a PIN of 4 to 12 digits in an 8-byte block that begins with a format nibble and a length nibble.
/// </summary>
internal static class PinVerifyStructure
{
    /// <summary>Seconds until the first key, and between two keys.</summary>
    public const byte TimeOut = 30;

    /// <summary>bmPINBlockString: length field of 4 bits, PIN of 7 bytes.</summary>
    public const byte BlockString = 0x47;

    /// <summary>bmPINLengthFormat: the length stands 4 bits in.</summary>
    public const byte LengthFormat = 0x04;

    /// <summary>bEntryValidationCondition: the OK key.</summary>
    public const byte OkKey = 0x02;

    /// <summary>wPINMaxExtraDigit, first byte.</summary>
    public const byte MostDigits = 12;

    /// <summary>wPINMaxExtraDigit, second byte.</summary>
    public const byte FewestDigits = 4;

    private const int HeadLength = 19;

    /// <summary>The structure's length for a command APDU of that length.</summary>
    public static int LengthFor(int commandLength) => HeadLength + commandLength;

    /// <summary>Writes the structure.</summary>
    /// <param name="formatString">bmFormatString of this reader.</param>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">VERIFY with an empty PIN block, into which the reader puts the digits.</param>
    /// <param name="destination">Exactly <see cref="LengthFor"/> bytes.</param>
    public static void Write(byte formatString, PinPadLanguage language, ReadOnlySpan<byte> command, Span<byte> destination)
    {
        ReadOnlySpan<byte> head = [TimeOut, TimeOut, formatString, BlockString, LengthFormat, MostDigits, FewestDigits, OkKey, 0x01];
        head.CopyTo(destination);
        WriteLanguage(language, destination[9..]);
        destination[11..15].Clear(); // bMsgIndex, bTeoPrologue
        BinaryPrimitives.WriteInt32LittleEndian(destination[15..], command.Length);
        command.CopyTo(destination[HeadLength..]);
    }

    /// <summary>
    /// wLangId. Part 10 says little-endian as for every other number of the structure; the official middleware writes the high byte first, so that is what
    /// readers in Belgium are tested with, and those that follow the letter show their own language at worst.
    /// </summary>
    public static void WriteLanguage(PinPadLanguage language, Span<byte> destination) => BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)language);
}
