namespace EidAgent.Service;

/// <summary>Why a handed socket is not taken. Closed; each has its sentence.</summary>
internal enum SocketProblem
{
    /// <summary>LISTEN_PID or LISTEN_FDS is no plain number.</summary>
    NumberMalformed,

    /// <summary>LISTEN_FDS names none, or more than <see cref="InheritedSockets.MaximumCount"/>.</summary>
    Count,

    /// <summary>The descriptor is closed, or no socket.</summary>
    NoSocket,

    /// <summary>Neither IPv4 nor a path of this computer, or no stream.</summary>
    Family,

    /// <summary>It does not listen.</summary>
    NotListening,

    /// <summary>It listens on another address than 127.0.0.1: others could reach it.</summary>
    NotLoopback,
}
