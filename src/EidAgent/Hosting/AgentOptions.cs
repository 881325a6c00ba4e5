using EidAgent.Service;

namespace EidAgent.Hosting;

/// <summary>What can be set of an agent.</summary>
public sealed record AgentOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one (tests).</summary>
    public int Port { get; init; } = EidAuth.Login.LoginFormat.AgentPort;

    /// <summary>
    /// The Unix socket on which the system part hands connections over (Linux): then it holds <see cref="Port"/>, and the agent does not open it. Null: the agent opens it.
    /// </summary>
    public string? HandedAt { get; init; }

    /// <summary>A folder of test roots; naming it prints TEST TRUST in log and pages. Null: production.</summary>
    public string? TestAnchors { get; init; }

    /// <summary>
    /// Remember the authentication certificates of cards that signed, so that they are not read again: in memory, at most 16 cards, for an hour after their last
    /// login. Off: every login reads its card.
    /// </summary>
    public bool RememberCards { get; init; } = true;

    /// <summary>
    /// The folder of this user where the agent keeps what outlives it: sites that were allowed or blocked, the diary. Made when it is missing, for this user alone. Null: nothing is
    /// written to disk, and what would be kept lives as long as the agent.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>The shapes of all commands to cards go to a file that the caller opened: said in the log and on every page.</summary>
    public bool TracesCommands { get; init; }

    /// <summary>The log is one JSON object a line, with the same codes and nothing more.</summary>
    public bool LogsJson { get; init; }

    /// <summary>How long a consent waits for its person.</summary>
    public TimeSpan ConsentLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a login waits for a reader and a Belgian card.</summary>
    public TimeSpan CardLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a login waits for the reader's keypad, or for a click that agrees to go on.</summary>
    public TimeSpan PinLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a PIN window may be open at most. The window itself closes earlier when nobody types, and never while somebody does.</summary>
    public TimeSpan PinWindowLifetime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>After two wrong PINs in a row, how long sites get none: of that card, and at that site. At least five minutes. A right PIN on the agent's own page or command line ends it before.</summary>
    public TimeSpan PinPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long nobody uses an agent that was started by a connection before it ends by itself. One that was started by hand stays.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Listening sockets that were handed over at the start; with one of them <see cref="Port"/> is not opened.</summary>
    internal IReadOnlyList<InheritedSocket> Sockets { get; init; } = [];
}
