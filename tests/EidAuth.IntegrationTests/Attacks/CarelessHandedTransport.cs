using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using EidAgent.Ports;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Takes what is handed over at an agent's Unix socket as the agent does, without one of its two questions: who hands it over, and what it is.</summary>
/// <param name="asksWho">Only root and the system part may hand over.</param>
/// <param name="looksAtKind">Only a connection to the port is taken.</param>
#pragma warning disable CA1416 // Played on Linux alone; elsewhere those attacks are skipped.
internal sealed class CarelessHandedTransport(bool asksWho, bool looksAtKind) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is HandedEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var place = (HandedEndPoint)endpoint;
        return ValueTask.FromResult<IConnectionListener>(new Listener(place, HandedDoor.Open(place), asksWho, looksAtKind));
    }

    private sealed class Listener : IConnectionListener
    {
        private readonly Channel<ConnectionContext> taken = Channel.CreateUnbounded<ConnectionContext>();
        private readonly SocketConnectionContextFactory contexts = new(new SocketConnectionFactoryOptions(), NullLogger.Instance);
        private readonly CancellationTokenSource unbound = new();
        private readonly HandedEndPoint place;
        private readonly HandedDoor door;
        private readonly bool asksWho;
        private readonly bool looksAtKind;
        private readonly Task accepting;

        public Listener(HandedEndPoint place, HandedDoor door, bool asksWho, bool looksAtKind)
        {
            (this.place, this.door, this.asksWho, this.looksAtKind) = (place, door, asksWho, looksAtKind);
            accepting = AcceptDoorsAsync();
        }

        public EndPoint EndPoint => place;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            await taken.Reader.WaitToReadAsync(cancellationToken) && taken.Reader.TryRead(out var connection) ? connection : null;

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
            unbound.Dispose();
            contexts.Dispose();
        }

        private async Task AcceptDoorsAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await door.Socket.AcceptAsync(unbound.Token);
                    await TakeAsync(caller);
                }
            }
            catch (OperationCanceledException)
            {
                // Unbound.
            }
        }

        private async Task TakeAsync(Socket caller)
        {
            if (asksWho && !door.MayHandOver(PeerCredentials.Of(caller)))
            {
                return;
            }

            await caller.ReceiveAsync(Memory<byte>.Empty, unbound.Token);
            var handed = LinuxMessages.TryReceive(caller.SafeHandle);
            if ((looksAtKind ? HandedConnection.Take(handed, place.Port) : handed is null ? null : new Socket(handed)) is { } connection)
            {
                await caller.SendAsync(new[] { AgentDoors.Taken }, unbound.Token);
                taken.Writer.TryWrite(contexts.Create(connection));
            }
        }
    }
}
