using System.Net;

namespace EidAgent.Service;

/// <summary>A loopback address on which somebody else listens for the agent.</summary>
internal sealed class HeldSocketEndPoint(InheritedSocket socket) : IPEndPoint(IPAddress.Loopback, socket.Port)
{
    /// <summary>The socket that was handed over.</summary>
    public InheritedSocket Socket => socket;
}
