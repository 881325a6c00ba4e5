using System.Net;
using EidAgent.Peer;
using Microsoft.AspNetCore.Connections;

namespace EidAgent.Gate;

/// <summary>Whose connection it is, told once when it is accepted, before a byte of it is read (security rule 3). Each request on it looks here.</summary>
internal sealed record ConnectionOwner(PeerOwner Owner)
{
    /// <summary>Connection middleware that looks the other end up.</summary>
    public static Func<ConnectionDelegate, ConnectionDelegate> Middleware(Func<IPEndPoint, IPEndPoint, PeerOwner> find) => next => connection =>
    {
        var owner = connection is { LocalEndPoint: IPEndPoint local, RemoteEndPoint: IPEndPoint remote } ? find(local, remote) : PeerOwner.Unknown;
        connection.Features.Set(new ConnectionOwner(owner));
        return next(connection);
    };
}
