using System.Buffers.Binary;

namespace EidAuth.PcSc;

/// <summary>PIN_MODIFY_STRUCTURE (PC/SC part 10 §2.5.3): an old PIN and, twice, a new one, in two blocks of the form of <see cref="PinVerifyStructure"/>.</summary>
internal static class PinModifyStructure
{
    private const int HeadLength = 24;
    private const byte OldBlockAt = 0;
    private const byte NewBlockAt = 8;
    private const byte OldIsAskedAndNewConfirmed = 0x03;
    private const byte Messages = 3;

    /// <summary>The structure's length for a command APDU of that length.</summary>
    public static int LengthFor(int commandLength) => HeadLength + commandLength;

    /// <summary>Writes the structure.</summary>
    /// <param name="formatString">bmFormatString of this reader.</param>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">CHANGE REFERENCE DATA with two empty PIN blocks, into which the reader puts the digits.</param>
    /// <param name="destination">Exactly <see cref="LengthFor"/> bytes.</param>
    public static void Write(byte formatString, PinPadLanguage language, ReadOnlySpan<byte> command, Span<byte> destination)
    {
        ReadOnlySpan<byte> head =
        [
            PinVerifyStructure.TimeOut, PinVerifyStructure.TimeOut, formatString, PinVerifyStructure.BlockString, PinVerifyStructure.LengthFormat,
            OldBlockAt, NewBlockAt, PinVerifyStructure.MostDigits, PinVerifyStructure.FewestDigits, OldIsAskedAndNewConfirmed, PinVerifyStructure.OkKey, Messages,
        ];
        head.CopyTo(destination);
        PinVerifyStructure.WriteLanguage(language, destination[12..]);
        ReadOnlySpan<byte> messages = [0, 1, 2];
        messages.CopyTo(destination[14..]);
        destination[17..20].Clear(); // bTeoPrologue
        BinaryPrimitives.WriteInt32LittleEndian(destination[20..], command.Length);
        command.CopyTo(destination[HeadLength..]);
    }
}
