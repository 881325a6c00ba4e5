using System.Net;
using System.Net.Sockets;

namespace EidAgent.Ports;

/// <summary>Makes sure that what was handed over is a connection that a browser on this computer made to our port.</summary>
internal static class HandedConnection
{
    /// <summary>The connection; null, and closed, when it is anything else.</summary>
    public static Socket? Take(SafeSocketHandle? handed, int port)
    {
        if (handed is null)
        {
            return null;
        }

        Socket? socket = null;
        try
        {
            socket = new Socket(handed);
            if (IsConnection(socket, port))
            {
                socket.NoDelay = true;
                return socket;
            }
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            // No socket at all, or one that is not connected.
        }

        socket?.Dispose();
        handed.Dispose();
        return null;
    }

    private static bool IsConnection(Socket socket, int port) =>
        socket is { AddressFamily: AddressFamily.InterNetwork, SocketType: SocketType.Stream, ProtocolType: ProtocolType.Tcp }
        && socket is { LocalEndPoint: IPEndPoint local, RemoteEndPoint: IPEndPoint remote }
        && local.Address.Equals(IPAddress.Loopback) && local.Port == port && IPAddress.IsLoopback(remote.Address);
}
