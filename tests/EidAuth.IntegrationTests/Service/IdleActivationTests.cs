using System.Diagnostics;
using Demo.Smoke;
using EidAuth.IntegrationTests.Soak;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Service;

/// <summary>Where the system starts the agent, one that nobody uses costs nothing: there is none, and the port is held all the same.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class IdleActivationTests(ITestOutputHelper output)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Between_two_visits_there_is_no_agent_and_no_processor_time()
    {
        var time = IsLong ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(10);
        var environment = new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm" };
        await using var keeper = await SocketKeeper.StartSystemdAsync(environment, "--idle", "1");

        Assert.Equal(200, await GetAsync(keeper.Port));
        await keeper.UntilEndedAsync(1);
        var before = await UntilStillAsync(keeper);
        await Task.Delay(time, Cancellation);
        var after = ProgramUse.Of(keeper.Started[1]);
        var waiting = NameOf(keeper.Started[1]);

        var name = $"agent started by systemd, nobody logs in, {time.TotalSeconds:0} s";
        output.WriteLine($"{name}: {waiting}, {before} -> {after}");
        Figures.Add($"{name}: processor time", (after.Ticks - before.Ticks) * 10, "ms");
        Figures.Add($"{name}: wake-ups", after.WakeUps - before.WakeUps);
        Assert.StartsWith("systemd-socket", waiting, StringComparison.Ordinal);
        Assert.Equal(2, keeper.Started.Count);
        Assert.Equal((before.Ticks, before.WakeUps), (after.Ticks, after.WakeUps));

        var begun = Stopwatch.StartNew();
        Assert.Equal(200, await GetAsync(keeper.Port));
        Figures.Add($"{name}: next page from cold", begun.Elapsed.TotalMilliseconds, "ms");
        await keeper.UntilEndedAsync(2);
    }

    // What waits for the next connection has come to rest when it did not run for a second.
    private static async Task<ProgramUse> UntilStillAsync(SocketKeeper keeper)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(SocketKeeper.Patience);
        ProgramUse? last = null;
        while (true)
        {
            if (keeper.Started.Count > 1 && NameOf(keeper.Started[1]).StartsWith("systemd-socket", StringComparison.Ordinal))
            {
                var now = ProgramUse.Of(keeper.Started[1]);
                if (now.WakeUps == last?.WakeUps)
                {
                    return now;
                }

                last = now;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
        }
    }

    private static string NameOf(int process) => File.ReadAllText($"/proc/{process}/comm").Trim();

    private static async Task<int> GetAsync(int port)
    {
        using var browser = new LoopbackBrowser();
        return (int)(await browser.GetAsync(new Uri($"http://127.0.0.1:{port}/"), Cancellation)).Status;
    }
}
