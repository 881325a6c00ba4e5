using System.Text;

namespace EidAuth.Transcripts;

/// <summary>
/// What was said to a card and what it answered, in a text that describes itself: who recorded what, when, and what a program that reads this card comes to.
/// docs/transcripts.md describes the form.
/// </summary>
public sealed record Transcript
{
    /// <summary>The first line of every transcript of this version.</summary>
    internal const string FirstLine = "EidAuth card transcript 1";

    /// <summary>Longer texts are no transcripts, in bytes.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Which card this was and how it was recorded: printable ASCII, at most 200 characters. Never whose it was.</summary>
    public required string Source { get; init; }

    /// <summary>The day of the recording.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The reader's name, without serial numbers.</summary>
    public required string Reader { get; init; }

    /// <summary>The card's answer to reset, at most 33 bytes.</summary>
    public required ReadOnlyMemory<byte> Atr { get; init; }

    /// <summary>What is expected of a program that meets this card.</summary>
    public required TranscriptExpectation Expectation { get; init; }

    /// <summary>The generation that the card told, for example 1.8; null when it told none.</summary>
    public string? Applet { get; init; }

    /// <summary>What else is worth knowing, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Commands and answers in the order of the recording.</summary>
    public required IReadOnlyList<TranscriptExchange> Exchanges { get; init; }

    /// <summary>Reads a transcript; false for anything that is not one, with the line and one fault of a closed list. Never throws on any bytes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Transcript? transcript, out TranscriptError error) =>
        TryParse(text, out transcript, out error, out _);

    /// <summary>The text, UTF-8 with LF; what <see cref="TryParse(ReadOnlySpan{byte}, out Transcript?, out TranscriptError)"/> reads.</summary>
    public string ToText() => TranscriptWriter.Write(this);

    /// <summary>The same with the number of bytes looked at, for the proof that no text costs more than its length.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out Transcript? transcript, out TranscriptError error, out long steps)
    {
        var parser = new TranscriptParser();
        var parsed = parser.TryParse(text, out transcript);
        (error, steps) = (parser.Error, parser.Steps);
        return parsed;
    }

    /// <summary>Says nothing of what the card answered.</summary>
    public override string ToString() => nameof(Transcript);
}
