using Microsoft.AspNetCore.Connections;

namespace EidAgent.Gate;

/// <summary>One connection's place among <see cref="ConnectionPlaces"/>.</summary>
internal sealed class ConnectionPlace : IDisposable
{
    private readonly ConnectionPlaces places;
    private readonly ConnectionContext connection;

    public ConnectionPlace(ConnectionPlaces places, ConnectionContext connection)
    {
        (this.places, this.connection) = (places, connection);
        Waiting = new LinkedListNode<ConnectionPlace>(this);
    }

    /// <summary>Its node in the row of those that wait; in no row while a request is answered.</summary>
    public LinkedListNode<ConnectionPlace> Waiting { get; }

    /// <summary>Given up or left.</summary>
    public bool IsGone { get; set; }

    /// <summary>A request is answered until the result is disposed.</summary>
    public IDisposable Answer()
    {
        places.Mark(this, answering: true);
        return this;
    }

    /// <summary>Ends the connection.</summary>
    public void GiveUp() => connection.Abort(new ConnectionAbortedException("Its place went to a newer connection."));

    public void Dispose() => places.Mark(this, answering: false);
}
