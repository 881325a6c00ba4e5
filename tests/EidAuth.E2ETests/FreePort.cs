using System.Net;
using System.Net.Sockets;

namespace EidAuth.E2ETests;

internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody uses at the moment.</summary>
    internal static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
