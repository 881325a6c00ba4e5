namespace TownSite.Counter.Answers;

/// <summary>Why an answer does not count.</summary>
internal enum FieldDefect
{
    Missing,
    TooShort,
    TooLong,

    /// <summary>Control characters, or several lines where one is asked.</summary>
    Characters,
    NotADay,
    TooEarly,
    TooLate,
    NotAChoice,
    NotANumber,
    TooSmall,
    TooLarge,
}
