using System.Buffers.Binary;

namespace EidAuth.Simulator.Reader;

/// <summary>PIN_VERIFY_STRUCTURE (PC/SC part 10 §2.5.2): one PIN, and where in the VERIFY command it goes. Numbers are little-endian.</summary>
internal sealed class PinVerifyStructure : IPinStructure
{
    private const int HeaderLength = 19;
    private const int CommandHeaderLength = 5;
    private const int LongestCommand = 261;
    private const byte UntilOkKey = 0x02;

    private readonly byte[] template;

    private PinVerifyStructure(ReadOnlySpan<byte> raw)
    {
        Format = new PinEntryFormat(raw, maximumDigits: raw[5], minimumDigits: raw[6]);
        template = raw[HeaderLength..].ToArray();
    }

    public PinEntryFormat Format { get; }

    public IReadOnlyList<ReaderDisplay> Questions { get; } = [ReaderDisplay.EnterPin];

    public ReaderDisplay Success => ReaderDisplay.PinOk;

    public int CommandLength => template.Length;

    /// <summary>Refuses whatever this reader could not do to the letter: the caller answers 6B80.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out PinVerifyStructure structure)
    {
        structure = null!;
        if (raw.Length is < HeaderLength + CommandHeaderLength or > HeaderLength + LongestCommand
            || BinaryPrimitives.ReadUInt32LittleEndian(raw[15..]) != raw.Length - HeaderLength
            || raw[7] != UntilOkKey
            || raw[8] is not (0 or 1 or 0xFF))
        {
            return false;
        }

        structure = new PinVerifyStructure(raw);
        var data = structure.template.Length - CommandHeaderLength;
        return structure.template[4] == data && structure.Format.Fits(data);
    }

    public void WriteCommand(PinEntryRound round, Span<byte> command) => WriteCommand(round.Pin(0), command);

    /// <summary>The same for digits with the values 0 to 9.</summary>
    public void WriteCommand(ReadOnlySpan<byte> digits, Span<byte> command)
    {
        template.CopyTo(command);
        Format.Write(digits, command[CommandHeaderLength..]);
    }
}
