using System.Buffers.Binary;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Transcripts;

/// <summary>
/// A card that answers as recorded. Files may be selected by another form and read in another order or in other pieces than in the recording; what the recording
/// does not tell is a <see cref="TranscriptDeviationException"/>. VERIFY, signatures and the like are answered once per recorded exchange, in their order.
/// </summary>
public sealed class ReplayingHandle : ICardHandle
{
    private static readonly byte[] Done = [0x90, 0x00];
    private static readonly byte[] UnknownClass = [0x6E, 0x00];

    private readonly List<RecordedAnswer> answers = [];
    private readonly Dictionary<ushort, RecordedFile> files = [];
    private readonly FileTracker tracker = new();
    private readonly List<byte> instructions = [];
    private RecordedAnswer? current;
    private CardFault? gone;
    private int line;
    private bool disposed;

    /// <summary>Makes the card of a transcript.</summary>
    public ReplayingHandle(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        (Reader, Atr) = (transcript.Reader, transcript.Atr);
        var recorded = new FileTracker();
        foreach (var exchange in transcript.Exchanges)
        {
            var command = exchange.Command.Span;
            if (command[1] == CommandData.GetResponse && answers.Count > 0)
            {
                answers[^1].Continue(exchange);
                continue;
            }

            answers.Add(new RecordedAnswer(exchange, recorded.Selected));
            if (IsReadBinary(command) && recorded.Selected != 0)
            {
                FileOf(recorded.Selected).Add(command, exchange);
            }

            recorded.Observe(command, exchange.StatusWord);
        }
    }

    /// <inheritdoc/>
    public string Reader { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr { get; }

    /// <summary>The instruction bytes of all commands that were answered.</summary>
    public IReadOnlyList<byte> Instructions => instructions;

    /// <inheritdoc/>
    /// <exception cref="TranscriptDeviationException">The recording does not tell the answer.</exception>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ThrowIfGone();
        var answer = Answer(command);
        answer.CopyTo(response);
        instructions.Add(command[1]);
        return answer.Length;
    }

    /// <inheritdoc/>
    public IDisposable BeginTransaction()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ThrowIfGone();
        return new Transaction();
    }

    /// <summary>A replayed reader has no keypad.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => throw new NotSupportedException("A replayed reader knows no control.");

    /// <inheritdoc/>
    public void Dispose() => disposed = true;

    private static bool IsReadBinary(ReadOnlySpan<byte> command) => command is [0x00, CommandData.ReadBinary, < 0x80, _, ..];

    private byte[] Answer(ReadOnlySpan<byte> command)
    {
        if (command is [0x00, CommandData.GetResponse, ..] && current is not null)
        {
            return Take(current.Next(command)) ?? throw Deviates(command);
        }

        var found = Find(command);
        if (found is not null)
        {
            current = found;
            var first = found.Begin();
            tracker.Observe(command, first.StatusWord);
            return Take(first)!;
        }

        current = null;
        if (IsReadBinary(command) && files.TryGetValue(tracker.Selected, out var file) && file.Read(command) is { } piece)
        {
            return piece;
        }

        return command switch
        {
            // LOG OFF ends every session, also one that the recording does not have the end of; commands to the reader never reach a card.
            [0x80, CommandData.LogOff, ..] => Done,
            [0xFF, ..] => UnknownClass,
            _ => throw Deviates(command),
        };
    }

    // The next unused answer to the very command with the same file selected, else the last used one, else one that selects the same.
    private RecordedAnswer? Find(ReadOnlySpan<byte> command)
    {
        RecordedAnswer? again = null;
        foreach (var answer in answers)
        {
            if (!answer.Answers(command, tracker.Selected))
            {
                continue;
            }

            if (!answer.WasUsed)
            {
                return answer;
            }

            again = answer.MayRepeat ? answer : again;
        }

        return again;
    }

    private byte[]? Take(TranscriptExchange? exchange)
    {
        if (exchange is null)
        {
            return null;
        }

        line = exchange.Line;
        if (exchange.StatusWord is not { } statusWord)
        {
            gone = exchange.Fault is CardFault.Removed or CardFault.Reset ? exchange.Fault : null;
            throw new CardException(exchange.Fault ?? CardFault.Protocol, "The recording has this instead of an answer.");
        }

        var answer = new byte[exchange.Data.Length + 2];
        exchange.Data.Span.CopyTo(answer);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(exchange.Data.Length), statusWord.Value);
        return answer;
    }

    private RecordedFile FileOf(ushort identifier)
    {
        if (!files.TryGetValue(identifier, out var file))
        {
            files.Add(identifier, file = new RecordedFile());
        }

        return file;
    }

    // The head of the command alone: its data may be a PIN.
    private TranscriptDeviationException Deviates(ReadOnlySpan<byte> command)
    {
        var head = $"{Convert.ToHexString(command[..Math.Min(5, command.Length)])} ({CommandMeaning.Of(command)}), {command.Length} bytes";
        var where = $"with {tracker.Selected:X4} selected; the last command it answered is in line {line}.";
        return new TranscriptDeviationException($"The transcript has no answer to {head}, {where}", line);
    }

    private void ThrowIfGone()
    {
        if (gone is { } fault)
        {
            throw new CardException(fault, "The recording ends this connection here.");
        }
    }

    private sealed class Transaction : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
