using System.Collections.Concurrent;

namespace EidAuth.AspNetCore.Transport;

/// <summary>A circuit for each host and port that was ever asked. There are no more of them than allowed hosts.</summary>
internal sealed class HostCircuits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostCircuit> circuits = new(StringComparer.Ordinal);

    /// <summary>Hosts that failed several times in a row and have not answered since.</summary>
    public IReadOnlyList<string> OpenHosts => [.. circuits.Where(circuit => circuit.Value.IsOpen).Select(circuit => circuit.Key).Order(StringComparer.Ordinal)];

    /// <summary>The circuit of that address's host.</summary>
    public HostCircuit Of(Uri address) => circuits.GetOrAdd(address.Authority, static (_, clock) => new HostCircuit(clock), clock);
}
