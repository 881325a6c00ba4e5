using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Connections that are opened and kept, and never finish a request.</summary>
internal sealed class Flood : IDisposable
{
    private readonly List<Socket> sockets = [];

    /// <summary>How many were opened; those that the other side closed since count too.</summary>
    public int Count => sockets.Count;

    /// <summary>Opens so many, one after the other; each says the beginning of a request, or nothing.</summary>
    public static async Task<Flood> OpenAsync(int port, int count, string says = "")
    {
        var flood = new Flood();
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            flood.sockets.Add(socket);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                if (says.Length > 0)
                {
                    await socket.SendAsync(Encoding.ASCII.GetBytes(says), TestContext.Current.CancellationToken);
                }
            }
            catch (SocketException)
            {
                // Closed again before it was told that it is open.
            }
        }

        return flood;
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());
}
