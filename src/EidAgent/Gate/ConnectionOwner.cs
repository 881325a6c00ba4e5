using System.Net;
using EidAgent.Peer;
using Microsoft.AspNetCore.Connections;

namespace EidAgent.Gate;

/// <summary>Whose connection it is, told once when it is accepted, before a byte of it is read (security rule 3). Each request on it looks here.</summary>
internal sealed record ConnectionOwner(PeerOwner Owner)
{
    // Each gets its neutral page or none at all: another user who opens connections and keeps them must not fill the agent's places.
    private const int MostStrangers = 8;

    /// <summary>Connection middleware that looks the other end up. Connections that are not this user's are few and closed beyond that.</summary>
    public static Func<ConnectionDelegate, ConnectionDelegate> Middleware(Func<IPEndPoint, IPEndPoint, PeerOwner> find)
    {
        var strangers = 0;
        return next => async connection =>
        {
            var owner = connection is { LocalEndPoint: IPEndPoint local, RemoteEndPoint: IPEndPoint remote } ? find(local, remote) : PeerOwner.Unknown;
            connection.Features.Set(new ConnectionOwner(owner));
            if (owner == PeerOwner.ThisUser)
            {
                await next(connection);
                return;
            }

            try
            {
                if (Interlocked.Increment(ref strangers) <= MostStrangers)
                {
                    await next(connection);
                }
                else
                {
                    connection.Abort();
                }
            }
            finally
            {
                Interlocked.Decrement(ref strangers);
            }
        };
    }
}
