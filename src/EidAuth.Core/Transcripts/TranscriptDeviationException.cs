namespace EidAuth.Transcripts;

/// <summary>
/// A program sent a replayed card something that the recording does not tell the answer to. Not a fault of the card: the transcript or the program differs.
/// </summary>
public sealed class TranscriptDeviationException(string message, int line) : Exception(message)
{
    /// <summary>The line of the transcript whose command was answered last; 0 before the first.</summary>
    public int Line { get; } = line;
}
