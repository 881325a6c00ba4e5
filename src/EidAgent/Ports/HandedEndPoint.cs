using System.Net;

namespace EidAgent.Ports;

/// <summary>The agent's port as it is when the system part holds it: connections arrive through a Unix socket of this user.</summary>
/// <param name="port">The port of the system part; a connection to any other is not taken.</param>
internal sealed class HandedEndPoint(int port) : IPEndPoint(IPAddress.Loopback, port)
{
    /// <summary>The path to listen on; null when the service manager listens.</summary>
    public string? Path { get; init; }

    /// <summary>The service manager's listening socket.</summary>
    public int? Descriptor { get; init; }
}
