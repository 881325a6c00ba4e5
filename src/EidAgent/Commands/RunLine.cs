using EidAuth.Login;

namespace EidAgent.Commands;

/// <summary>What a command line says to <c>run</c>; as it stands, what <c>run</c> alone says.</summary>
internal sealed record RunLine
{
    /// <summary>Where it listens on 127.0.0.1; 0 for a free port.</summary>
    public int Port { get; init; } = LoginFormat.AgentPort;

    /// <summary>The folder, or null.</summary>
    public string? TestAnchors { get; init; }

    /// <summary>No card is remembered.</summary>
    public bool ForgetCards { get; init; }

    /// <summary>The Unix socket of the hand-over, or null.</summary>
    public string? Handed { get; init; }

    /// <summary>The file of a command trace, or null.</summary>
    public string? TraceFile { get; init; }

    /// <summary>How long it stays without use when a connection started it.</summary>
    public TimeSpan IdleTime { get; init; } = new Hosting.AgentOptions().IdleTime;

    public LogForm Log { get; init; }
}
