namespace EidAuth.Transcripts;

/// <summary>A recorded command with its answer, and the GET RESPONSE that belong to it.</summary>
internal sealed class RecordedAnswer(TranscriptExchange first, ushort selected)
{
    private readonly List<TranscriptExchange> rest = [];
    private int next;

    public bool WasUsed { get; private set; }

    /// <summary>Selecting, reading and asking for the tries give the same each time; what uses a try or signs does not.</summary>
    public bool MayRepeat => !CommandData.IsSecret(first.Command.Span[1]) || first.Command.Length + first.Withheld <= 5;

    public void Continue(TranscriptExchange exchange) => rest.Add(exchange);

    /// <summary>This is the answer to that command with that file selected.</summary>
    public bool Answers(ReadOnlySpan<byte> command, ushort selectedNow)
    {
        var recorded = first.Command.Span;
        if (FileTracker.IsSelect(command) && FileTracker.IsSelect(recorded) && FileTracker.Target(command) is { } target)
        {
            // A name of the whole application and the master file are the same place, but not the same question.
            return FileTracker.Target(recorded) == target && (command[2] == 0x04) == (recorded[2] == 0x04);
        }

        var isSame = command.Length == recorded.Length + first.Withheld && command.StartsWith(recorded);
        return isSame && (selectedNow == selected || recorded[1] is not (CommandData.ReadBinary or CommandData.ReadRecord));
    }

    public TranscriptExchange Begin()
    {
        (WasUsed, next) = (true, 0);
        return first;
    }

    /// <summary>The answer to a GET RESPONSE behind it; null when the recording had none, or another Le.</summary>
    public TranscriptExchange? Next(ReadOnlySpan<byte> command) =>
        next < rest.Count && command.SequenceEqual(rest[next].Command.Span) ? rest[next++] : null;
}
