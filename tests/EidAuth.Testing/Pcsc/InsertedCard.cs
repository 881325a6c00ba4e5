using EidAuth.Simulator.Cards;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;

namespace EidAuth.Testing.Pcsc;

/// <summary>A citizen's card in a reader of a <see cref="PrivatePcscd"/>: the simulator's verb <c>insert</c> as a process of its own. Disposing pulls the card out.</summary>
public sealed class InsertedCard : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestProcess simulator;

    private InsertedCard(TestProcess simulator) => this.simulator = simulator;

    /// <summary>What the simulator wrote to its two outputs.</summary>
    public string Output => simulator.StandardOutput + simulator.StandardError;

    /// <summary>Inserts a card and waits until the driver has seen it.</summary>
    /// <param name="pcscd">Where.</param>
    /// <param name="citizen">For example adult-18.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="port">The slot.</param>
    /// <param name="more">Further arguments of the verb.</param>
    public static async Task<InsertedCard> InAsync(
        PrivatePcscd pcscd, string citizen, CancellationToken cancellation, int port = PrivatePcscd.VpcdPort, params string[] more)
    {
        var card = new InsertedCard(pcscd.Start(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            ["exec", typeof(SimulatedCard).Assembly.Location, "insert", citizen, "--port", $"{port}", "--pki", SharedPki.Folder, .. more]));
        try
        {
            await card.simulator.WaitForLineAsync($"inserted {citizen}", Patience, cancellation);
            return card;
        }
        catch
        {
            await card.DisposeAsync();
            throw;
        }
    }

    /// <summary>Pulls the card out; gives the simulator's exit code.</summary>
    public async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        simulator.Signal(15);
        return await simulator.WaitForExitAsync(Patience, cancellation);
    }

    /// <summary>Waits until the program ends by itself, as it does when a planned removal pulled the card; gives its exit code.</summary>
    public Task<int> WaitForEndAsync(CancellationToken cancellation) => simulator.WaitForExitAsync(Patience, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => simulator.DisposeAsync();
}
