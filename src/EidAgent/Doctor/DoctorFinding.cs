namespace EidAgent.Doctor;

/// <summary>What <c>doctor</c> finds, one of each check. Closed; each has one row in docs/failure-codes.md, by its name in snake_case.</summary>
internal enum DoctorFinding
{
    /// <summary>Nobody listens on the port.</summary>
    PortFree,

    /// <summary>This user's agent answers, or the service manager starts it.</summary>
    PortOwnAgent,

    /// <summary>The system part passes this user's connections to this user's agent.</summary>
    PortSystemPart,

    /// <summary>The system part holds the port, and no agent of this user takes a connection.</summary>
    PortNoAgent,

    /// <summary>The agent of another user holds it.</summary>
    PortAnotherUser,

    /// <summary>Something else holds it.</summary>
    PortAnotherProgram,

    /// <summary>The system tells whose a connection is.</summary>
    OwnerTold,

    /// <summary>It does not: every request will be refused.</summary>
    OwnerNotTold,

    /// <summary>No system part; one user at a time needs none.</summary>
    SystemPartAbsent,

    /// <summary>It is installed and has a place for this user.</summary>
    SystemPartReady,

    /// <summary>It is installed, and this user has no place in it yet.</summary>
    SystemPartNoPlace,

    /// <summary>Its folder could be written by others: not to be used.</summary>
    SystemPartUnsafe,

    /// <summary>The PC/SC service answers.</summary>
    ServiceRuns,

    /// <summary>It does not.</summary>
    ServiceMissing,

    /// <summary>At least one reader is connected.</summary>
    ReaderFound,

    /// <summary>None is.</summary>
    ReaderMissing,

    /// <summary>A Belgian eID card is in a reader. It was sent no command.</summary>
    CardBelgian,

    /// <summary>No card is in a reader.</summary>
    CardMissing,

    /// <summary>A card is in, of another kind.</summary>
    CardForeign,

    /// <summary>A card is in and does not answer.</summary>
    CardMute,

    /// <summary>A PIN can be typed in a window.</summary>
    PinWindow,

    /// <summary>A PIN can be typed in this terminal.</summary>
    PinTerminal,

    /// <summary>There is no place to type a PIN but a keypad.</summary>
    PinNowhere,

    /// <summary>The folder for what the agent keeps can be written.</summary>
    FolderWritable,

    /// <summary>It cannot, or belongs to somebody else.</summary>
    FolderUnusable,

    /// <summary>The clock shows a time that can be.</summary>
    ClockPlausible,

    /// <summary>It cannot be that early or late.</summary>
    ClockWrong,
}
