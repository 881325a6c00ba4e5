namespace EidAuth.Simulator.Faults;

/// <summary>What can happen to one command on its way to a card and back.</summary>
public enum FaultKind
{
    /// <summary>The card is pulled out before the command reaches it.</summary>
    Removed,

    /// <summary>The card executes the command and is pulled out before its answer arrives.</summary>
    RemovedAfter,

    /// <summary>Another program resets the card before the command.</summary>
    Reset,

    /// <summary>The card answers 6F00 and executes nothing.</summary>
    WrongStatus,

    /// <summary>The card executes the command; half of the answer's data is lost, the status word stays.</summary>
    ShortAnswer,

    /// <summary>The card answers 6Cxx once more, though Le was right.</summary>
    WrongLength,

    /// <summary>The card gives its data in two pieces, with 61xx between.</summary>
    MoreToCome,

    /// <summary>The reader resolves 61xx and 6Cxx itself from here on.</summary>
    ReaderResolves,

    /// <summary>READ BINARY is answered 6B00 in mid-file; other commands are executed.</summary>
    EndOfFile,

    /// <summary>The answer takes ten seconds of the clock.</summary>
    Slow,

    /// <summary>The card executes the command; the answer is random bytes of a random length from 0 to 258.</summary>
    Garbage,

    /// <summary>The card executes nothing and answers nothing more until the next reset.</summary>
    Mute,
}
