namespace EidAuth.Transcripts;

/// <summary>What is wrong with a transcript's text. One closed list; each has one row in docs/transcripts.md.</summary>
public enum TranscriptFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The text is longer than <see cref="Transcript.MaximumLength"/>.</summary>
    TooLong,

    /// <summary>The first line is not that of a transcript of version 1.</summary>
    FirstLine,

    /// <summary>A line of the head is not <c>name: value</c>.</summary>
    HeadLine,

    /// <summary>A name that the head does not have.</summary>
    HeadName,

    /// <summary>A name stands twice.</summary>
    HeadTwice,

    /// <summary>A value is empty, too long, or not printable ASCII.</summary>
    HeadValue,

    /// <summary>source, date, reader, atr or expect is missing.</summary>
    HeadMissing,

    /// <summary>The date is not YYYY-MM-DD.</summary>
    Date,

    /// <summary>The answer to reset is not 2 to 33 bytes.</summary>
    Atr,

    /// <summary>An expectation that is not on the list.</summary>
    Expectation,

    /// <summary>A line that is neither command, answer, status word, fault nor comment.</summary>
    UnknownLine,

    /// <summary>Not pairs of hexadecimal digits.</summary>
    Hex,

    /// <summary>A command of fewer than 4 or more than 261 bytes, or dots that are not whole bytes at its end.</summary>
    Command,

    /// <summary>A command before the answer to the one before it ended.</summary>
    Unanswered,

    /// <summary>Data, a status word or a fault without a command before it.</summary>
    Unasked,

    /// <summary>More than 256 bytes of data, or data before a fault.</summary>
    Data,

    /// <summary>A status word is not four hexadecimal digits.</summary>
    StatusWord,

    /// <summary>A fault that is not on the list.</summary>
    FaultName,

    /// <summary>More than 16,384 commands.</summary>
    TooManyCommands,
}
