using System.Buffers.Binary;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// PIN_MODIFY_STRUCTURE (PC/SC part 10 §2.5.3): the old PIN and, twice, the new one, and where in CHANGE REFERENCE DATA they go. This reader knows the form
/// in which all three are asked. Numbers are little-endian.
/// </summary>
internal sealed class PinModifyStructure : IPinStructure
{
    private const int HeaderLength = 24;
    private const int CommandHeaderLength = 5;
    private const int LongestCommand = 261;
    private const byte OldIsAskedAndNewConfirmed = 0x03;
    private const byte UntilOkKey = 0x02;
    private const byte ThreeMessages = 0x03;
    private const byte DefaultMessages = 0xFF;

    private readonly byte[] template;
    private readonly int oldAt;
    private readonly int newAt;

    private PinModifyStructure(ReadOnlySpan<byte> raw)
    {
        (oldAt, newAt) = (raw[5], raw[6]);
        Format = new PinEntryFormat(raw, maximumDigits: raw[7], minimumDigits: raw[8]);
        template = raw[HeaderLength..].ToArray();
    }

    public PinEntryFormat Format { get; }

    public IReadOnlyList<ReaderDisplay> Questions { get; } = [ReaderDisplay.EnterOldPin, ReaderDisplay.EnterNewPin, ReaderDisplay.RepeatNewPin];

    public ReaderDisplay Success => ReaderDisplay.PinChanged;

    public int CommandLength => template.Length;

    /// <summary>Refuses whatever this reader could not do to the letter: the caller answers 6B80.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out PinModifyStructure structure)
    {
        structure = null!;
        if (raw.Length is < HeaderLength + CommandHeaderLength or > HeaderLength + LongestCommand
            || BinaryPrimitives.ReadUInt32LittleEndian(raw[20..]) != raw.Length - HeaderLength
            || raw[9] != OldIsAskedAndNewConfirmed
            || raw[10] != UntilOkKey
            || raw[11] is not (ThreeMessages or DefaultMessages))
        {
            return false;
        }

        structure = new PinModifyStructure(raw);
        return structure.Fits();
    }

    public void WriteCommand(PinEntryRound round, Span<byte> command) => WriteCommand(round.Pin(0), round.Pin(1), command);

    /// <summary>The same for digits with the values 0 to 9.</summary>
    public void WriteCommand(ReadOnlySpan<byte> oldDigits, ReadOnlySpan<byte> newDigits, Span<byte> command)
    {
        template.CopyTo(command);
        Format.Write(oldDigits, command[(CommandHeaderLength + oldAt)..]);
        Format.Write(newDigits, command[(CommandHeaderLength + newAt)..]);
    }

    // The two blocks may not overlap: each ends where the other or the data does.
    private bool Fits()
    {
        var data = template.Length - CommandHeaderLength;
        var (first, second) = oldAt < newAt ? (oldAt, newAt) : (newAt, oldAt);
        return template[4] == data && second < data && Format.Fits(second - first) && Format.Fits(data - second);
    }
}
