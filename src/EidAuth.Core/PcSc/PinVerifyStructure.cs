using System.Buffers.Binary;

namespace EidAuth.PcSc;

/// <summary>
/// PIN_VERIFY_STRUCTURE (PC/SC part 10 §2.5.2) for a PIN of 4 to 12 digits in an 8-byte block that begins with a format nibble and a length nibble.
/// </summary>
internal static class PinVerifyStructure
{
    private const int HeadLength = 19;

    // Seconds until the first key, and between two keys.
    private const byte TimeOut = 30;

    /// <summary>The structure's length for a command APDU of that length.</summary>
    public static int LengthFor(int commandLength) => HeadLength + commandLength;

    /// <summary>Writes the structure.</summary>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">VERIFY with an empty PIN block, into which the reader puts the digits.</param>
    /// <param name="destination">Exactly <see cref="LengthFor"/> bytes.</param>
    public static void Write(PinPadLanguage language, ReadOnlySpan<byte> command, Span<byte> destination)
    {
        destination[0] = TimeOut;
        destination[1] = TimeOut;
        destination[2] = 0x89; // bmFormatString: positions in bytes, PIN one byte in, left justified, BCD
        destination[3] = 0x47; // bmPINBlockString: length field of 4 bits, PIN of 7 bytes
        destination[4] = 0x04; // bmPINLengthFormat: the length stands 4 bits in
        destination[5] = 12; // wPINMaxExtraDigit, little-endian: most digits,
        destination[6] = 4; // fewest digits
        destination[7] = 0x02; // bEntryValidationCondition: the OK key
        destination[8] = 0x01; // bNumberMessage

        // wLangId: part 10 says little-endian, the official middleware writes the high byte first, and readers are tested with that.
        BinaryPrimitives.WriteUInt16BigEndian(destination[9..], (ushort)language);
        destination[11..15].Clear(); // bMsgIndex, bTeoPrologue
        BinaryPrimitives.WriteInt32LittleEndian(destination[15..], command.Length);
        command.CopyTo(destination[HeadLength..]);
    }
}
