using System.Buffers.Binary;
using System.Security.Cryptography;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// The reader's keypad towards one handle (PC/SC part 10): the feature list, PIN entry in one step or in two, and pseudo-APDUs. The PIN goes from the keys to
/// the card and nowhere else.
/// </summary>
internal sealed class PinPadControl(SimulatedReader reader, SimulatedHandle handle) : IDisposable
{
    /// <summary>This reader's own control code for VERIFY PIN DIRECT; hosts learn it from the feature list.</summary>
    public static readonly uint VerifyPinDirect = CodeOf(PinPadFeature.VerifyPinDirect);

    // Vendor functions from 3500 on, by tag.
    private const uint FirstFunction = 3500;
    private const int PseudoApduHeader = 5;
    private const ushort Done = 0x9000;
    private const ushort TimedOut = 0x6400;
    private const ushort Cancelled = 0x6401;
    private const ushort NewPinsDiffer = 0x6402;
    private const ushort WrongLength = 0x6403;
    private const ushort NothingAsked = 0x6985;
    private const ushort BadStructure = 0x6B80;

    private static readonly PinPadFeature[] InOneStep = [PinPadFeature.VerifyPinDirect, PinPadFeature.ModifyPinDirect];

    private static readonly PinPadFeature[] InTwoSteps =
    [
        PinPadFeature.VerifyPinStart, PinPadFeature.VerifyPinFinish, PinPadFeature.ModifyPinStart, PinPadFeature.ModifyPinFinish,
        PinPadFeature.GetKeyPressed, PinPadFeature.Abort,
    ];

    // Between START and FINISH.
    private PinEntryRound? asked;

    private static ReadOnlySpan<byte> PseudoApdu => [0xFF, 0xC2, 0x01];

    private PinPadFeature[] Features => reader.PinPadRoad == PinPadRoad.StartFinish ? InTwoSteps : InOneStep;

    public static uint CodeOf(PinPadFeature feature) => ControlCode.Of(FirstFunction + (byte)feature);

    /// <summary>SCardControl.</summary>
    /// <exception cref="NotSupportedException">The driver passes no such control on.</exception>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (reader.PinPadRoad == PinPadRoad.PseudoApdu)
        {
            throw new NotSupportedException("This reader's driver passes no control on.");
        }

        if (code == ControlCode.GetFeatureRequest)
        {
            return WriteFeatures(output);
        }

        var feature = Array.Find(Features, one => CodeOf(one) == code);
        return feature != PinPadFeature.None ? Run(feature, input, output) : throw new NotSupportedException("The reader knows no such control.");
    }

    /// <summary>True when the command is for the reader, which has answered it.</summary>
    public bool TryAnswer(ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        length = 0;
        if (reader.PinPadRoad != PinPadRoad.PseudoApdu || command.Length < PseudoApduHeader || !command.StartsWith(PseudoApdu))
        {
            return false;
        }

        var feature = (PinPadFeature)command[3];
        if (feature == PinPadFeature.None)
        {
            for (; length < Features.Length; length++)
            {
                response[length] = (byte)Features[length];
            }

            length += Write(response[length..], Done);
        }
        else
        {
            length = Features.Contains(feature) ? Run(feature, command[PseudoApduHeader..], response) : Write(response, BadStructure);
        }

        return true;
    }

    /// <summary>Withdraws a question whose result nobody fetched.</summary>
    public void Dispose()
    {
        using var round = Interlocked.Exchange(ref asked, null);
        if (round is not null)
        {
            round.End(PinEntryEnd.HandleClosed);
            reader.CloseKeypad(round, PinEntryEnd.HandleClosed);
        }
    }

    private int WriteFeatures(Span<byte> output)
    {
        var length = 0;
        foreach (var feature in Features)
        {
            output[length] = (byte)feature;
            output[length + 1] = sizeof(uint);
            BinaryPrimitives.WriteUInt32BigEndian(output[(length + 2)..], CodeOf(feature));
            length += 2 + sizeof(uint);
        }

        return length;
    }

    private int Run(PinPadFeature feature, ReadOnlySpan<byte> input, Span<byte> output)
    {
        switch (feature)
        {
            case PinPadFeature.VerifyPinFinish or PinPadFeature.ModifyPinFinish:
                return Write(output, Finish());
            case PinPadFeature.GetKeyPressed:
                output[0] = asked?.NextKey() ?? 0;
                return 1;
            case PinPadFeature.Abort:
                asked?.End(PinEntryEnd.Aborted);
                return 0;
        }

        if (!TryParse(feature, input, out var structure))
        {
            return Write(output, BadStructure);
        }

        Dispose();
        asked = reader.OpenKeypad(handle, structure);
        return feature is PinPadFeature.VerifyPinStart or PinPadFeature.ModifyPinStart ? 0 : Write(output, Finish());
    }

    private static bool TryParse(PinPadFeature feature, ReadOnlySpan<byte> input, out IPinStructure structure)
    {
        if (feature is PinPadFeature.VerifyPinDirect or PinPadFeature.VerifyPinStart)
        {
            var isVerify = PinVerifyStructure.TryParse(input, out var verify);
            structure = verify;
            return isVerify;
        }

        var isModify = PinModifyStructure.TryParse(input, out var modify);
        structure = modify;
        return isModify;
    }

    private ushort Finish()
    {
        using var round = Interlocked.Exchange(ref asked, null);
        if (round is null)
        {
            return NothingAsked;
        }

        var end = round.Wait();
        reader.CloseKeypad(round, end);
        return end switch
        {
            PinEntryEnd.Ok => Send(round),
            PinEntryEnd.TooShort => WrongLength,
            PinEntryEnd.NewPinsDiffer => NewPinsDiffer,
            PinEntryEnd.TimedOut => TimedOut,
            PinEntryEnd.Cancelled or PinEntryEnd.Aborted => Cancelled,
            PinEntryEnd.CardRemoved => throw new CardException(CardFault.Removed, "The card was removed while the keypad waited."),
            _ => throw new CardException(CardFault.Cancelled, "The handle was closed while the keypad waited."),
        };
    }

    private ushort Send(PinEntryRound round)
    {
        Span<byte> command = stackalloc byte[round.Structure.CommandLength];
        try
        {
            round.Structure.WriteCommand(round, command);
            var status = new StatusWord(BinaryPrimitives.ReadUInt16BigEndian(handle.TransmitFromReader(command).AsSpan()[^2..]));
            reader.ShowResult(status, round.Structure.Success);
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
