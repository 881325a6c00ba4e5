namespace EidAgent.Commands;

/// <summary>How a command ended. One closed list, the same for all commands; docs/command-line.md has a row for each. The numbers stay.</summary>
internal enum ExitCode
{
    /// <summary>What was asked was done, and holds.</summary>
    Done = 0,

    /// <summary>The command line was not understood, or a folder or port that it names cannot be used.</summary>
    Usage = 1,

    /// <summary>The card was read; what was to be proven is not.</summary>
    NotGenuine = 2,

    /// <summary>No reader is connected, or none of that name.</summary>
    NoReader = 3,

    /// <summary>No card is in the reader.</summary>
    NoCard = 4,

    /// <summary>The card is no Belgian eID card.</summary>
    NotBelgian = 5,

    /// <summary>The card was never activated.</summary>
    NotActivated = 6,

    /// <summary>The card or reader left in the middle, or another program reset the card.</summary>
    CardLost = 7,

    /// <summary>The card does not answer, or answers what its manual does not allow.</summary>
    CardUnusable = 8,

    /// <summary>Another program keeps the card to itself.</summary>
    CardBusy = 9,

    /// <summary>The system's smart card service does not answer.</summary>
    ServiceUnavailable = 10,

    /// <summary>The person cancelled, typed nothing in time, or did not agree to the last try.</summary>
    Cancelled = 11,

    /// <summary>The PIN is blocked, before or since.</summary>
    PinBlocked = 12,

    /// <summary>There is no window, terminal or keypad to type a PIN on.</summary>
    NoPinEntry = 13,

    /// <summary>The card did not take the new PIN; the old one holds.</summary>
    PinNotChanged = 14,

    /// <summary>The file is there already, or cannot be written.</summary>
    FileNotWritten = 15,

    /// <summary>The card, the reader or the service failed while the PIN was changed: the old one may hold or the new one.</summary>
    PinUnknown = 16,

    /// <summary>A socket that was handed over at the start is not one the agent may listen on.</summary>
    SocketRefused = 17,

    /// <summary>An agent of this user runs already, or the system starts one by itself.</summary>
    AgentRunsAlready = 18,

    /// <summary>A program of another user holds the port.</summary>
    PortOfAnotherUser = 19,

    /// <summary>Another program of this user holds the port, or nobody can tell who.</summary>
    PortTaken = 20,

    /// <summary><c>doctor</c> found what keeps every login from working.</summary>
    ProblemFound = 21,

    /// <summary>The system part could not be installed or removed.</summary>
    SetupFailed = 22,

    /// <summary>Nothing starts the agent, and none runs.</summary>
    NotInstalled = 23,

    /// <summary>The agent is installed, but neither it nor the system listens on the port now.</summary>
    AgentNotRunning = 24,

    /// <summary>The agent cannot listen where it is to.</summary>
    CannotListen = 25,
}
