using System.Net;
using System.Net.Sockets;

namespace EidAuth.Testing.Net;

/// <summary>Ports for servers whose address must be known before they start.</summary>
public static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody uses at the moment.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
