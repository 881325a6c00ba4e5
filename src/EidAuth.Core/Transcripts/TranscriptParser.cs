using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>Reads a transcript line by line, each byte a fixed number of times.</summary>
internal sealed class TranscriptParser
{
    private const int MaximumCommands = 16_384;

    private readonly TranscriptHead head = new();
    private readonly List<TranscriptExchange> exchanges = [];
    private readonly TranscriptAnswerLines answer = new();
    private bool headEnded;
    private int line;

    /// <summary>Where and why it failed.</summary>
    public TranscriptError Error { get; private set; }

    /// <summary>How many bytes were looked at, each pass over a byte counted.</summary>
    public long Steps { get; private set; }

    public bool TryParse(ReadOnlySpan<byte> text, out Transcript? transcript)
    {
        transcript = null;
        if (text.Length > Transcript.MaximumLength)
        {
            return Fail(TranscriptFault.TooLong);
        }

        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var fault = TakeLine(end < 0 ? text : text[..end]);
            text = end < 0 ? [] : text[(end + 1)..];
            if (fault != TranscriptFault.None)
            {
                return Fail(fault);
            }
        }

        if (line == 0)
        {
            return Fail(TranscriptFault.FirstLine);
        }

        if (answer.IsOpen)
        {
            return Fail(TranscriptFault.Unanswered);
        }

        transcript = head.With(exchanges);
        return transcript is not null || Fail(TranscriptFault.HeadMissing);
    }

    private TranscriptFault TakeLine(ReadOnlySpan<byte> raw)
    {
        // The search for its end, for its comment, the trimming, the digits: four passes.
        Steps += 4L * (raw.Length + 1);
        var content = WithoutComment(raw).Trim(" \t\r"u8);
        if (++line == 1)
        {
            return content.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(Transcript.FirstLine)) ? TranscriptFault.None : TranscriptFault.FirstLine;
        }

        if (content.IsEmpty)
        {
            return TranscriptFault.None;
        }

        if (content[0] is (byte)'>' or (byte)'<' or (byte)'=' or (byte)'!')
        {
            headEnded = true;
            return TakeExchangeLine(content[0], content[1..].TrimStart((byte)' '));
        }

        return headEnded ? TranscriptFault.UnknownLine : head.Take(content);
    }

    private TranscriptFault TakeExchangeLine(byte kind, ReadOnlySpan<byte> content)
    {
        if (kind == (byte)'>')
        {
            return exchanges.Count == MaximumCommands ? TranscriptFault.TooManyCommands : answer.Begin(content, line);
        }

        if (!answer.IsOpen)
        {
            return TranscriptFault.Unasked;
        }

        if (kind == (byte)'<')
        {
            return answer.AddData(content);
        }

        var fault = kind == (byte)'=' ? answer.End(content, out var exchange) : answer.EndInFault(content, out exchange);
        if (exchange is not null)
        {
            exchanges.Add(exchange);
        }

        return fault;
    }

    // A comment is a whole line with #, or what follows a semicolon.
    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> line)
    {
        if (line.TrimStart((byte)' ') is [(byte)'#', ..])
        {
            return [];
        }

        var comment = line.IndexOf((byte)';');
        return comment < 0 ? line : line[..comment];
    }

    private bool Fail(TranscriptFault fault)
    {
        Error = new TranscriptError(fault, line);
        return false;
    }
}
