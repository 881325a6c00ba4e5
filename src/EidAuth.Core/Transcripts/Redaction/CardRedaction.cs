using System.Buffers.Binary;
using System.Globalization;
using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts.Redaction;

/// <summary>
/// Turns what was heard into what may be written. A list of what passes, not of what is taken out: commands of the card's manual, status words, lengths, the
/// versions in GET CARD DATA, and bytes of the synthetic card. Any other byte is written as a zero, or not at all.
/// </summary>
internal sealed class CardRedaction
{
    private const int ChipNumberLength = 16;
    private const int AppletOffset = 21;
    private const int TriesOffset = CardData.Length;

    private readonly List<RecordedExchange[]> chains = [];
    private readonly List<TranscriptExchange> written = [];
    private readonly FileTracker tracker = new();
    private readonly SyntheticCard card;
    private readonly byte[] chipNumber;

    /// <summary>Looks at the recording once, to know what the files are like.</summary>
    public CardRedaction(IReadOnlyList<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges)
        {
            // GET RESPONSE belongs to the command before it.
            if (exchange.Command[1] == CommandData.GetResponse && chains.Count > 0)
            {
                chains[^1] = [.. chains[^1], exchange];
            }
            else
            {
                chains.Add([exchange]);
            }
        }

        var files = new RecordedFiles();
        try
        {
            chipNumber = Synthetic.ChipNumber(Survey(files));
            card = new SyntheticCard(files, chipNumber);
        }
        finally
        {
            files.Clear();
        }
    }

    /// <summary>The generation, for example 1.8; null when the card told none.</summary>
    public string? Applet { get; private set; }

    /// <summary>The exchanges to be written.</summary>
    public IReadOnlyList<TranscriptExchange> Exchanges()
    {
        var selected = new FileTracker();
        foreach (var chain in chains)
        {
            var data = Assemble(chain);
            Rewrite(chain[0].Command, data, selected.Selected);
            var at = 0;
            foreach (var exchange in chain)
            {
                var length = Math.Max(0, exchange.Answer.Length - 2);
                written.Add(Write(exchange, data.AsMemory(at, length)));
                at += length;
            }

            selected.Observe(chain[0].Command, StatusWordOf(chain[0]));
        }

        return written;
    }

    // Gathers the files; gives the chip number, where it was asked.
    private byte[] Survey(RecordedFiles files)
    {
        byte[] found = [];
        foreach (var chain in chains)
        {
            var command = chain[0].Command;
            var data = Assemble(chain);
            switch (command)
            {
                case [0x00, CommandData.ReadBinary, < 0x80, _, ..] when tracker.Selected != 0:
                    files.Add(tracker.Selected, BinaryPrimitives.ReadUInt16BigEndian(command.AsSpan(2)), data);
                    break;
                case [0x80, 0xE4, ..] when data.Length > AppletOffset:
                    found = data[..ChipNumberLength];
                    Applet = string.Create(CultureInfo.InvariantCulture, $"{data[AppletOffset] >> 4}.{data[AppletOffset] & 0x0F:X}");
                    break;
            }

            tracker.Observe(command, StatusWordOf(chain[0]));
        }

        return found;
    }

    private void Rewrite(byte[] command, Span<byte> data, ushort selected)
    {
        switch (command)
        {
            case [0x00, CommandData.ReadBinary, < 0x80, _, ..] when selected != 0:
                card.Read(selected, BinaryPrimitives.ReadUInt16BigEndian(command.AsSpan(2)), data.Length).CopyTo(data);
                break;
            case [0x80, CommandData.ReadRecord, ..]:
                card.RewriteRecords(selected, data);
                break;
            case [0x80, 0xE4, ..]:
                chipNumber.AsSpan(0, Math.Min(ChipNumberLength, data.Length)).CopyTo(data);
                foreach (ref var extra in data[Math.Min(TriesOffset, data.Length)..])
                {
                    extra = extra is <= 3 or 0xFF ? extra : (byte)0;
                }

                break;
            default:
                data.Clear();
                break;
        }
    }

    private static TranscriptExchange Write(RecordedExchange exchange, ReadOnlyMemory<byte> data)
    {
        var (command, withheld) = IsKnown(exchange.Command)
            ? (exchange.Command, exchange.Withheld)
            : (exchange.Command[..4], exchange.Withheld + exchange.Command.Length - 4);
        var written = new TranscriptExchange { Command = command, Withheld = withheld };
        return StatusWordOf(exchange) is { } statusWord
            ? written with { Data = data, StatusWord = statusWord }
            : written with { Fault = exchange.Fault ?? CardFault.Protocol };
    }

    // Commands without data, and data of the manual.
    private static bool IsKnown(byte[] command) => command switch
    {
        { Length: <= 5 } => true,
        [0x00, CommandData.Select, ..] => FileTracker.Target(command) is not null,
        [0x00, 0x22, 0x41, 0xB6, 0x05, 0x04, 0x80, _, 0x84, _] => true,
        _ => false,
    };

    private static byte[] Assemble(RecordedExchange[] chain) => [.. chain.SelectMany(exchange => exchange.Answer.Length > 2 ? exchange.Answer[..^2] : [])];

    // SW1 is 61 to 6F or 90 to 9F (ISO 7816-4 §5.6): anything else is no status word but cut data.
    private static StatusWord? StatusWordOf(RecordedExchange exchange) =>
        exchange.Answer.Length is >= 2 and <= 258 && exchange.Answer[^2] is (>= 0x61 and <= 0x6F) or (>= 0x90 and <= 0x9F)
            ? new StatusWord(BinaryPrimitives.ReadUInt16BigEndian(exchange.Answer.AsSpan(exchange.Answer.Length - 2)))
            : null;
}
