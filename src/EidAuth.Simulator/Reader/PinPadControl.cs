using System.Buffers.Binary;
using System.Security.Cryptography;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Simulator.Reader;

/// <summary>The reader's keypad towards the host (PC/SC part 10): GET FEATURE REQUEST and FEATURE_VERIFY_PIN_DIRECT.</summary>
internal static class PinPadControl
{
    /// <summary>This reader's own control code for VERIFY PIN DIRECT; hosts learn it from the feature list.</summary>
    public static readonly uint VerifyPinDirect = ControlCode.Of(3506);

    private const byte FeatureVerifyPinDirect = 0x06;
    private const ushort TimedOut = 0x6400;
    private const ushort Cancelled = 0x6401;
    private const ushort WrongLength = 0x6403;
    private const ushort BadStructure = 0x6B80;

    public static int Answer(SimulatedReader reader, SimulatedHandle handle, uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (code == ControlCode.GetFeatureRequest)
        {
            output[0] = FeatureVerifyPinDirect;
            output[1] = 4;
            BinaryPrimitives.WriteUInt32BigEndian(output[2..], VerifyPinDirect);
            return 6;
        }

        if (code != VerifyPinDirect)
        {
            throw new NotSupportedException("The reader knows no such control.");
        }

        if (!PinVerifyStructure.TryParse(input, out var structure))
        {
            return Write(output, BadStructure);
        }

        return Write(output, Ask(reader, handle, structure));
    }

    private static ushort Ask(SimulatedReader reader, SimulatedHandle handle, PinVerifyStructure structure)
    {
        using var round = reader.OpenKeypad(handle, structure);
        var end = round.Wait();
        reader.CloseKeypad(round, end);
        return end switch
        {
            PinEntryEnd.Ok => Verify(reader, handle, structure, round.Digits),
            PinEntryEnd.TooShort => WrongLength,
            PinEntryEnd.TimedOut => TimedOut,
            PinEntryEnd.Cancelled => Cancelled,
            PinEntryEnd.CardRemoved => throw new CardException(CardFault.Removed, "The card was removed while the keypad waited."),
            _ => throw new CardException(CardFault.Cancelled, "The handle was closed while the keypad waited."),
        };
    }

    private static ushort Verify(SimulatedReader reader, SimulatedHandle handle, PinVerifyStructure structure, ReadOnlySpan<byte> digits)
    {
        Span<byte> command = stackalloc byte[structure.CommandLength];
        try
        {
            structure.WriteCommand(digits, command);
            var status = new StatusWord(BinaryPrimitives.ReadUInt16BigEndian(handle.TransmitFromReader(command).AsSpan()[^2..]));
            reader.ShowResult(status);
            return status.Value;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(command);
        }
    }

    private static int Write(Span<byte> output, ushort status)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output, status);
        return 2;
    }
}
