using System.Net;
using System.Net.Sockets;

namespace Demo;

/// <summary>Where the four parts of the demo listen, all on loopback.</summary>
internal sealed record DemoPorts(int Town, int Agent, int Reader, int Responder)
{
    /// <summary>The ports that the documentation names.</summary>
    public static DemoPorts Documented { get; } = new(5080, 35353, 35354, 35355);

    /// <summary>Four ports that are free now, so that a run beside a running demo or agent works.</summary>
    public static DemoPorts Free()
    {
        var listeners = Enumerable.Range(0, 4).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        return new DemoPorts(ports[0], ports[1], ports[2], ports[3]);
    }
}
