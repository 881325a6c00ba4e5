using System.Collections.Concurrent;

namespace EidAuth.AspNetCore.Transport;

/// <summary>A circuit for each service of each host and port that was ever asked. There are no more of them than allowed hosts.</summary>
internal sealed class HostCircuits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(PkiService Service, string Host), HostCircuit> circuits = new();

    /// <summary>Hosts that failed several times in a row and have not answered since.</summary>
    public IReadOnlyList<string> OpenHosts => [.. circuits.Where(circuit => circuit.Value.IsOpen).Select(circuit => circuit.Key.Host).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The circuit of that service at that address's host.</summary>
    public HostCircuit Of(PkiService service, Uri address) => circuits.GetOrAdd((service, address.Authority), static (_, clock) => new HostCircuit(clock), clock);
}
