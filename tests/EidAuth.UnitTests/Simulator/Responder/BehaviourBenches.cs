using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>A bench for each half of the PKI, kept over the rows of a table.</summary>
public sealed class BehaviourBenches : IAsyncLifetime
{
    private readonly Dictionary<string, BehaviourBench> benches = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        foreach (var citizen in new[] { "adult-17", "adult-18" })
        {
            benches[citizen] = await BehaviourBench.StartAsync(citizen);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in benches.Values)
        {
            await bench.DisposeAsync();
        }
    }

    internal BehaviourBench Of(string citizen) => benches[citizen];
}
