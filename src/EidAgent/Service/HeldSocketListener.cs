using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace EidAgent.Service;

/// <summary>
/// Accepts on a socket that outlives the agent. It stops by calling the wait off, never by closing the socket under it: .NET shuts down a socket that it closes in the
/// middle of a call, and that would end it for whoever holds it too.
/// </summary>
internal sealed class HeldSocketListener : IConnectionListener
{
    private readonly HeldSocketEndPoint address;
    private readonly OpenConnections connections;
    private readonly Socket socket;
    private readonly SocketConnectionContextFactory contexts = new(new SocketConnectionFactoryOptions(), NullLogger.Instance);
    private readonly CancellationTokenSource unbound = new();

    public HeldSocketListener(HeldSocketEndPoint address, OpenConnections connections)
    {
        (this.address, this.connections) = (address, connections);
        socket = new Socket(new SafeSocketHandle(address.Socket.Descriptor, ownsHandle: true));
    }

    public EndPoint EndPoint => address;

    /// <summary>The next connection; null once it is unbound.</summary>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                using var accepting = await connections.AcceptingAsync(unbound.Token);
                var accepted = await socket.AcceptAsync(accepting.Token);
                accepted.NoDelay = true;
                var connection = contexts.Create(accepted);
                connections.Add(connection);
                return connection;
            }
            catch (OperationCanceledException)
            {
                if (unbound.IsCancellationRequested)
                {
                    return null;
                }
            }
            catch (SocketException)
            {
                // The connection was gone before it was accepted.
            }
        }
    }

    /// <summary>What waits to be accepted is left in the socket, for the agent that is started next.</summary>
    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => new(unbound.CancelAsync());

    public ValueTask DisposeAsync()
    {
        unbound.Dispose();
        socket.Dispose();
        contexts.Dispose();
        return ValueTask.CompletedTask;
    }
}
