using EidAuth.IntegrationTests.PcSc;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>A virtual reader with a card in it, and what can be done to both while somebody uses them.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly PcscFixture fixture;
    private readonly List<TestCard> stays = [];
    private Task<ProcessResult>? resetting;

    private Bench(PcscFixture fixture, HeldCard card) => (this.fixture, Card) = (fixture, card);

    /// <summary>The card that was in first.</summary>
    public HeldCard Card { get; }

    /// <summary>The card that took its place.</summary>
    public HeldCard? Other { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Bench> StartAsync(PcscFixture fixture, string citizen)
    {
        Require.Programs("opensc-tool");

        // The test before has waited for the service's own look.
        await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == CardPresence.Empty);
        var bench = new Bench(fixture, HeldCard.Of(citizen));
        await bench.InsertAsync();
        return bench;
    }

    /// <summary>Does it, now. What cannot be done while a command is under way is begun, and waits for it.</summary>
    public async Task DisturbAsync(Disturbance disturbance)
    {
        switch (disturbance)
        {
            case Disturbance.Pull:
                await stays[^1].RemoveAsync();
                break;
            case Disturbance.Swap:
                Other = HeldCard.Of("adult-17");
                stays.Add(await Other.InsertAsync(fixture));
                await stays[^2].RemoveAsync();
                break;
            case Disturbance.Reset:
                resetting = TestProcess.RunAsync("opensc-tool", ["--reader", "0", "--reset"], Cancellation, fixture.Pcscd.Environment);
                await Task.WhenAny(resetting, Task.Delay(TimeSpan.FromSeconds(1), Cancellation));
                break;
            default:
                await fixture.Pcscd.KillDaemonAsync(Cancellation);
                break;
        }
    }

    /// <summary>The person and the system put it right again: the service runs, a card is in.</summary>
    public async Task RestoreAsync(Disturbance disturbance)
    {
        Card.Release();
        switch (disturbance)
        {
            case Disturbance.Pull:
                await fixture.UntilEmptyAsync();
                await InsertAsync();
                break;
            case Disturbance.Swap:
                // Whether the service has seen it or not: a swap in the middle of a command it takes for one card.
                await fixture.UntilPresentAsync();
                break;
            case Disturbance.Reset:
                Assert.Equal(0, (await resetting!).ExitCode);
                break;
            default:
                await stays[^1].DisposeAsync();
                stays.RemoveAt(stays.Count - 1);
                await fixture.Pcscd.StartDaemonAsync(Cancellation);
                await InsertAsync();
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Card.Release();
        foreach (var stay in Enumerable.Reverse(stays))
        {
            await stay.DisposeAsync();
        }

        await fixture.UntilEmptyAsync();
    }

    private async Task InsertAsync()
    {
        stays.Add(await Card.InsertAsync(fixture));
        await fixture.UntilPresentAsync();
    }
}
