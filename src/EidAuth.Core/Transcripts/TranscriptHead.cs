using System.Globalization;
using System.Text;

namespace EidAuth.Transcripts;

/// <summary>The lines <c>name: value</c> at the head of a transcript, gathered one by one.</summary>
internal sealed class TranscriptHead
{
    public const int MaximumValueLength = 200;

    private const int MaximumNotes = 32;
    private const int MaximumAtrLength = 33;

    private readonly List<string> notes = [];
    private string? source;
    private DateOnly? date;
    private string? reader;
    private byte[]? atr;
    private TranscriptExpectation? expectation;
    private string? applet;

    /// <summary>Takes one line without its comment.</summary>
    public TranscriptFault Take(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf(": "u8);
        if (colon < 1)
        {
            return TranscriptFault.HeadLine;
        }

        var bytes = line[(colon + 2)..].Trim((byte)' ');
        if (bytes.Length is 0 or > MaximumValueLength || bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return TranscriptFault.HeadValue;
        }

        var value = Encoding.ASCII.GetString(bytes);
        return line[..colon] switch
        {
            var name when name.SequenceEqual("source"u8) => Once(ref source, value),
            var name when name.SequenceEqual("reader"u8) => Once(ref reader, value),
            var name when name.SequenceEqual("applet"u8) => Once(ref applet, value),
            var name when name.SequenceEqual("date"u8) => TakeDate(value),
            var name when name.SequenceEqual("atr"u8) => TakeAtr(value),
            var name when name.SequenceEqual("expect"u8) => TakeExpectation(value),
            var name when name.SequenceEqual("note"u8) => TakeNote(value),
            _ => TranscriptFault.HeadName,
        };
    }

    /// <summary>The transcript of this head; null when something is missing.</summary>
    public Transcript? With(IReadOnlyList<TranscriptExchange> exchanges) =>
        source is null || date is null || reader is null || atr is null || expectation is null ? null : new Transcript
        {
            Source = source,
            Date = date.Value,
            Reader = reader,
            Atr = atr,
            Expectation = expectation.Value,
            Applet = applet,
            Notes = notes,
            Exchanges = exchanges,
        };

    private static TranscriptFault Once(ref string? field, string value)
    {
        if (field is not null)
        {
            return TranscriptFault.HeadTwice;
        }

        field = value;
        return TranscriptFault.None;
    }

    private TranscriptFault TakeDate(string value)
    {
        if (date is not null)
        {
            return TranscriptFault.HeadTwice;
        }

        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return TranscriptFault.Date;
        }

        date = day;
        return TranscriptFault.None;
    }

    private TranscriptFault TakeAtr(string value)
    {
        if (atr is not null)
        {
            return TranscriptFault.HeadTwice;
        }

        var bytes = new byte[MaximumAtrLength];
        if (value.Length < 4 || Convert.FromHexString(value, bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
        {
            return TranscriptFault.Atr;
        }

        atr = bytes[..written];
        return TranscriptFault.None;
    }

    private TranscriptFault TakeExpectation(string value)
    {
        if (expectation is not null)
        {
            return TranscriptFault.HeadTwice;
        }

        if (!TranscriptExpectations.TryFind(value, out var found))
        {
            return TranscriptFault.Expectation;
        }

        expectation = found;
        return TranscriptFault.None;
    }

    private TranscriptFault TakeNote(string value)
    {
        notes.Add(value);
        return notes.Count > MaximumNotes ? TranscriptFault.HeadTwice : TranscriptFault.None;
    }
}
