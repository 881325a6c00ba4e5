using System.Net;
using Microsoft.AspNetCore.Connections;

namespace EidAgent.Service;

/// <summary>Lets Kestrel accept on sockets that were handed over; every other address is left to its own transport.</summary>
internal sealed class HeldSocketTransport(OpenConnections connections) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is HeldSocketEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new HeldSocketListener((HeldSocketEndPoint)endpoint, connections));
}
