using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Threading.Channels;
using EidAgent.Service;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace EidAgent.Ports;

/// <summary>
/// Takes connections that the system part hands over and gives them to Kestrel as if it had accepted them. Nobody else may hand anything over, and the system part is not believed either: what
/// came must be a connection to our port, and whose it is, the gate asks the kernel again.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class HandedListener : IConnectionListener
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan MessageTime = TimeSpan.FromSeconds(5);

    private readonly HandedEndPoint place;
    private readonly HandedDoor door;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly SocketConnectionContextFactory contexts;
    private readonly OpenConnections connections;
    private readonly Channel<ConnectionContext> taken = Channel.CreateUnbounded<ConnectionContext>();
    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly CancellationTokenSource unbound = new();
    private readonly Task accepting;

    public HandedListener(HandedEndPoint place, HandedDoor door, OpenConnections connections, TimeProvider clock, ILogger log)
    {
        (this.place, this.door, this.connections, this.clock, this.log) = (place, door, connections, clock, log);
        contexts = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), log);
        accepting = Task.Run(AcceptDoorsAsync);
    }

    public EndPoint EndPoint => place;

    /// <summary>The next connection; null once it is unbound.</summary>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await taken.Reader.WaitToReadAsync(cancellationToken))
        {
            if (taken.Reader.TryRead(out var connection))
            {
                return connection;
            }
        }

        return null;
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await unbound.CancelAsync();
        await accepting;
        taken.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        door.Dispose();
        while (taken.Reader.TryRead(out var connection))
        {
            await connection.DisposeAsync();
        }

        unbound.Dispose();
        contexts.Dispose();
    }

    // A service manager's socket must not be closed while we wait on it: .NET would shut it down for its owner too. So the wait is called off first.
    private async Task AcceptDoorsAsync()
    {
        while (!unbound.IsCancellationRequested)
        {
            try
            {
                await places.WaitAsync(unbound.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (await AcceptDoorAsync() is not var (caller, held))
            {
                // The caller was gone before it was accepted, or nothing is to be accepted now.
                places.Release();
                continue;
            }

            _ = TakeAsync(caller, held);
        }
    }

    private async Task<(Socket Caller, IDisposable Held)?> AcceptDoorAsync()
    {
        try
        {
            using var accepting = await connections.AcceptingAsync(unbound.Token);
            var caller = await door.Socket.AcceptAsync(accepting.Token);
            return (caller, connections.Hold());
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            return null;
        }
    }

    private async Task TakeAsync(Socket caller, IDisposable held)
    {
        using var underWay = held;
        try
        {
            using (caller)
            {
                await ReceiveAsync(caller);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // The caller went away, or sent nothing.
        }
        finally
        {
            places.Release();
        }
    }

    private async Task ReceiveAsync(Socket caller)
    {
        if (!door.MayHandOver(PeerCredentials.Of(caller)))
        {
            PortLog.NotTheHolder(log);
            return;
        }

        using var patience = new CancellationTokenSource(MessageTime, clock);
        await caller.ReceiveAsync(Memory<byte>.Empty, patience.Token);
        if (HandedConnection.Take(LinuxMessages.TryReceive(caller.SafeHandle), place.Port) is not { } connection)
        {
            PortLog.NotAConnection(log);
            return;
        }

        // Answered before it is served: whoever handed it over and no longer waits has answered the browser itself.
        if (!await IsAwaitedAsync(caller, patience.Token))
        {
            connection.Dispose();
            return;
        }

        var context = contexts.Create(connection);
        connections.Add(context);
        if (!taken.Writer.TryWrite(context))
        {
            await context.DisposeAsync();
        }
    }

    private static async Task<bool> IsAwaitedAsync(Socket caller, CancellationToken cancellation)
    {
        try
        {
            return await caller.SendAsync(new[] { AgentDoors.Taken }, cancellation) == 1;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
