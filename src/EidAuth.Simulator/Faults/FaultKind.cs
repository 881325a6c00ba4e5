namespace EidAuth.Simulator.Faults;

/// <summary>
/// What can happen to one command on its way to a card and back. Unless it says otherwise, a client sees the same through <see cref="Reader.SimulatedReader"/>
/// and through the vpcd driver. What lasts (a removal, a mute card, a reader that resolves) ends when the card is put in again or reset.
/// </summary>
public enum FaultKind
{
    /// <summary>The card is pulled out before the command reaches it. SCARD_E_NOT_TRANSACTED, then SCARD_W_REMOVED_CARD.</summary>
    Removed,

    /// <summary>The card executes the command and is pulled out before its answer arrives; power and with it the PIN state are gone. To the client as above.</summary>
    RemovedAfter,

    /// <summary>
    /// Another program resets the card before the command, which is not sent: SCARD_W_RESET_CARD on this and every later call of each open handle. Through the
    /// vpcd driver nobody tells: the card has lost file, environment and PIN state, as after a dip of its power, and executes the command. SCARD_W_RESET_CARD
    /// itself takes a second program there.
    /// </summary>
    Reset,

    /// <summary>The card answers 6F00 (no precise diagnosis) and executes nothing.</summary>
    WrongStatus,

    /// <summary>The card executes the command; the second half of the answer's data is lost, the status word stays. An answer without data arrives whole.</summary>
    ShortAnswer,

    /// <summary>The card executes nothing and answers 6Cxx, xx being the P3 that it was given.</summary>
    WrongLength,

    /// <summary>The card gives its data in two pieces, with 61xx between. An answer of less than two bytes of data arrives whole.</summary>
    MoreToCome,

    /// <summary>The reader resolves 61xx and 6Cxx itself, from this command on.</summary>
    ReaderResolves,

    /// <summary>READ BINARY is answered 6B00 in mid-file; other commands are executed.</summary>
    EndOfFile,

    /// <summary>The card executes the command; the answer takes ten seconds of the reader's clock, or until the card is pulled out.</summary>
    Slow,

    /// <summary>
    /// The card executes the command; the answer is bytes of chance, 0 to 258 of them, the same again for the same <see cref="PlannedFault.Seed"/>. Through the vpcd driver 1 to 258:
    /// it hangs for good on an empty answer.
    /// </summary>
    Garbage,

    /// <summary>
    /// The card executes nothing and answers nothing more until the next reset: SCARD_W_UNRESPONSIVE_CARD. The vpcd driver would wait for ever, so there the card
    /// is silent for ten seconds of the clock and then leaves the slot.
    /// </summary>
    Mute,
}
