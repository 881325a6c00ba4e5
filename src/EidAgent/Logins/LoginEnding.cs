namespace EidAgent.Logins;

/// <summary>How a login ends at the agent. Closed; each has one row in docs/failure-codes.md, by its name in snake_case.</summary>
internal enum LoginEnding
{
    /// <summary>The card signed; the browser carries the token to the site.</summary>
    Signed,

    /// <summary>Cancelled on the page, in the PIN window or on the reader's keypad.</summary>
    Cancelled,

    /// <summary>Nobody agreed within the consent's lifetime.</summary>
    ConsentExpired,

    /// <summary>Too many newer requests waited.</summary>
    Displaced,

    /// <summary>Stopped from the page of another login.</summary>
    Stopped,

    /// <summary>The person blocked the site, now or before.</summary>
    SiteBlocked,

    /// <summary>No reader or no Belgian card came in time.</summary>
    CardTimedOut,

    /// <summary>The time for typing the PIN was over; nothing that was typed until then is used.</summary>
    PinTimedOut,

    /// <summary>The PIN is blocked.</summary>
    PinBlocked,

    /// <summary>Two wrong PINs were typed with this card or at this site: sites get none for a while.</summary>
    PinPaused,

    /// <summary>One try is left, or the card does not tell that there are more: it is not used for a site.</summary>
    LastTryKept,

    /// <summary>The card has no authentication certificate.</summary>
    NoCertificate,

    /// <summary>The card is of a generation that can no longer be used to log in (applet 1.1 and older).</summary>
    CardTooOld,

    /// <summary>The card was pulled out or swapped.</summary>
    CardRemoved,

    /// <summary>Another program reset the card.</summary>
    CardReset,

    /// <summary>The reader was unplugged.</summary>
    ReaderLost,

    /// <summary>The PC/SC service stopped in the middle.</summary>
    ServiceLost,

    /// <summary>Another program holds the card.</summary>
    CardBusy,

    /// <summary>The card stopped answering.</summary>
    CardMute,

    /// <summary>The card is not activated.</summary>
    NotActivated,

    /// <summary>The card answered what its manual does not allow.</summary>
    CardProtocol,

    /// <summary>There is no window, no terminal and no keypad to type a PIN in.</summary>
    PinEntryUnavailable,

    /// <summary>The program that showed the PIN window ended while it asked; nothing that was typed in it is used.</summary>
    PinEntryLost,

    /// <summary>A defect of the agent itself.</summary>
    AgentFault,

    /// <summary>The agent is being stopped.</summary>
    AgentStopping,
}
