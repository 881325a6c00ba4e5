using System.Globalization;

namespace EidAuth.Transcripts;

/// <summary>Why a text is no transcript.</summary>
/// <param name="Fault">Which of the closed list.</param>
/// <param name="Line">The line it shows in, from 1; 0 for the text as a whole.</param>
public readonly record struct TranscriptError(TranscriptFault Fault, int Line)
{
    /// <summary>For example <c>line 12: HexInvalid</c>; nothing of the text itself.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Fault}");
}
