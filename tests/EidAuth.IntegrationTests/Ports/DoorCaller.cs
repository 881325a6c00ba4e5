using System.Net.Sockets;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>Somebody at an agent's Unix socket.</summary>
internal static class DoorCaller
{
    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">The door is shut to this user, or nobody listens.</exception>
    public static Socket Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The agent closes what it does not take, and says a byte of what it takes.</summary>
    public static bool IsTaken(Socket caller)
    {
        caller.ReceiveTimeout = (int)SharedComputer.Patience.TotalMilliseconds;
        try
        {
            return caller.Receive(new byte[1]) == 1;
        }
        catch (SocketException closed) when (closed.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false;
        }
    }
}
