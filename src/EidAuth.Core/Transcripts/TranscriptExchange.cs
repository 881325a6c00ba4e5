using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>One command and what came of it: data and a status word, or a fault of the road to the card.</summary>
public sealed record TranscriptExchange
{
    /// <summary>The command without the bytes that were withheld at its end, 4 to 261 bytes with them.</summary>
    public required ReadOnlyMemory<byte> Command { get; init; }

    /// <summary>How many bytes follow that were never written down: a PIN, or what was signed.</summary>
    public int Withheld { get; init; }

    /// <summary>The answer's data, at most 256 bytes.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>SW1 SW2; null when <see cref="Fault"/> came instead.</summary>
    public StatusWord? StatusWord { get; init; }

    /// <summary>What came instead of an answer.</summary>
    public CardFault? Fault { get; init; }

    /// <summary>The line of the command in the text; 0 when it was not read from one.</summary>
    public int Line { get; init; }

    /// <summary>Says nothing of what the card answered.</summary>
    public override string ToString() => nameof(TranscriptExchange);
}
