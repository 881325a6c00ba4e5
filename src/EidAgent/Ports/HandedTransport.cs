using System.Net;
using System.Runtime.Versioning;
using EidAgent.Service;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace EidAgent.Ports;

/// <summary>Lets Kestrel serve connections that the system part hands over; every other address is left to its own transport.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class HandedTransport(OpenConnections connections, ILogger<HandedTransport> log, TimeProvider clock) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is HandedEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var place = (HandedEndPoint)endpoint;
        return ValueTask.FromResult<IConnectionListener>(new HandedListener(place, HandedDoor.Open(place), connections, clock, log));
    }
}
