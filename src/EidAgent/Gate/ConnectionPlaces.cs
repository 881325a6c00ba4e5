using Microsoft.AspNetCore.Connections;

namespace EidAgent.Gate;

/// <summary>
/// The places that connections take. When all are taken, the one that has waited longest for its next request gives up its own: who opens many and says nothing, or
/// half a request, keeps nobody out. A request that is being answered keeps its place.
/// </summary>
internal sealed class ConnectionPlaces(int most)
{
    /// <summary>Six for each of many browser windows.</summary>
    public const int Usual = 128;

    private readonly Lock gate = new();
    private readonly LinkedList<ConnectionPlace> waiting = [];
    private int taken;

    /// <summary>Connection middleware: each connection takes a place until it ends.</summary>
    public ConnectionDelegate Middleware(ConnectionDelegate next) => async connection =>
    {
        var place = new ConnectionPlace(this, connection);
        Take(place)?.GiveUp();
        connection.Features.Set(place);
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(place);
        }
    };

    /// <summary>It has a request and cannot be asked to leave, or no longer.</summary>
    public void Mark(ConnectionPlace place, bool answering)
    {
        lock (gate)
        {
            if (place.IsGone)
            {
                return;
            }

            if (place.Waiting.List is not null)
            {
                waiting.Remove(place.Waiting);
            }

            if (!answering)
            {
                waiting.AddLast(place.Waiting);
            }
        }
    }

    // Returns the one that has to go, which is the newcomer where every other is being answered.
    private ConnectionPlace? Take(ConnectionPlace place)
    {
        lock (gate)
        {
            taken++;
            waiting.AddLast(place.Waiting);
            if (taken <= most)
            {
                return null;
            }

            var longest = waiting.First!.Value;
            Vacate(longest);
            return longest;
        }
    }

    private void Leave(ConnectionPlace place)
    {
        lock (gate)
        {
            if (!place.IsGone)
            {
                Vacate(place);
            }
        }
    }

    private void Vacate(ConnectionPlace place)
    {
        place.IsGone = true;
        taken--;
        if (place.Waiting.List is not null)
        {
            waiting.Remove(place.Waiting);
        }
    }
}
