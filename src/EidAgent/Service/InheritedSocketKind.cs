namespace EidAgent.Service;

/// <summary>What a socket that was handed over at the start may be. Closed: anything else is refused.</summary>
internal enum InheritedSocketKind
{
    /// <summary>Listens for browsers, TCP on 127.0.0.1.</summary>
    Loopback,

    /// <summary>Listens on a path of this computer, a stream.</summary>
    Local,
}
