using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.RealStack;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>The agent's program with a service, a reader, two citizens' cards, a PIN window and a site, each of which can fail; started once, and again where a fault ends it.</summary>
public sealed class SweepWorld : IAsyncLifetime
{
    private const string FakeTime = "libfaketimeMT.so.1";

    private readonly PcscFixture pcsc = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-sweep-");
    private readonly int port = FreePort.Take();
    private readonly List<TestCard> stays = [];
    private readonly CanaryCitizen[] citizens = [CanaryCitizen.Draw("1.8"), CanaryCitizen.Draw("1.7")];
    private HeldPrompt? prompt;
    private AgentProgram? agent;
    private bool hasFakeTime;
    private Task<ProcessResult>? resetting;

    internal TownEnd Town { get; } = new();

    internal HeldCard Card { get; private set; } = null!;

    internal HeldCard Other { get; private set; } = null!;

    internal HeldPrompt Prompt => prompt!;

    internal AgentProgram Agent => agent!;

    /// <summary>What a second program was told of the PIN right after the agent was killed, or null.</summary>
    internal string? FoundBySecondProgram { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await pcsc.InitializeAsync();
        if (pcsc.Missing is null)
        {
            // One PIN for both: whichever card is in, the person knows it.
            Card = HeldCard.Of(citizens[0].Citizen);
            Other = HeldCard.Of(citizens[1].Citizen with { Pin = citizens[0].Citizen.Pin });
            prompt = await HeldPrompt.InAsync(folder.CreateSubdirectory("programs").FullName, citizens[0].Citizen.Pin);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }

        foreach (var stay in Enumerable.Reverse(stays))
        {
            await stay.DisposeAsync();
        }

        await Town.DisposeAsync();
        await pcsc.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Everything runs, the card is in or out, nobody has typed.</summary>
    internal async Task PrepareAsync(bool fakeTime, bool cardIn, bool halfTyped)
    {
        if (pcsc.Missing is not null)
        {
            throw pcsc.Missing;
        }

        Require.Programs("opensc-tool");
        await Town.StartAsync();
        if (agent is not null && fakeTime != hasFakeTime)
        {
            await agent.DisposeAsync();
            agent = null;
        }

        if (agent is null)
        {
            await StartAgentAsync(fakeTime);
        }

        if (fakeTime)
        {
            // As it was before it was set.
            await SetClockAsync("+0");
        }

        Prompt.Reset(halfTyped);
        FoundBySecondProgram = null;
        if (!cardIn || stays.Count != 1)
        {
            await EmptyReaderAsync();
        }

        if (cardIn && stays.Count == 0)
        {
            await InsertAsync(Card);
        }
    }

    /// <summary>It happens now. What cannot be done while a command is under way is begun, and waits for it.</summary>
    internal async Task DoAsync(Fault fault, SweepLogin? login)
    {
        switch (fault)
        {
            case Fault.AgentKilled:
                Agent.Signal(9);
                await Agent.WaitForEndAsync();
                Card.Release();
                if (stays.Count == 0)
                {
                    break;
                }

                var second = await TestProcess.RunAsync("opensc-tool", ["--reader", "0", "--send-apdu", "00200001"], Cancellation, pcsc.Pcscd.Environment);
                FoundBySecondProgram = second.StandardOutput;
                break;
            case Fault.AgentStopped:
                Agent.Signal(19);
                await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);
                break;
            case Fault.ServiceKilled:
                await pcsc.Pcscd.KillDaemonAsync(Cancellation);
                break;
            case Fault.ServiceRestarted or Fault.ReaderUnplugged:
                await pcsc.Pcscd.StopDaemonAsync();
                break;
            case Fault.CardPulled:
                await stays[^1].RemoveAsync();
                break;
            case Fault.CardSwapped:
                stays.Add(await Other.InsertAsync(pcsc));
                await stays[^2].RemoveAsync();
                break;
            case Fault.CardReset:
                resetting = TestProcess.RunAsync("opensc-tool", ["--reader", "0", "--reset"], Cancellation, pcsc.Pcscd.Environment);
                await Task.WhenAny(resetting, Task.Delay(TimeSpan.FromSeconds(1), Cancellation));
                break;
            case Fault.PromptKilled or Fault.PromptHangs:
                foreach (var window in Prompt.Running)
                {
                    await TestProcess.RunAsync("kill", [fault == Fault.PromptKilled ? "-KILL" : "-STOP", $"{window}"], Cancellation);
                }

                break;
            case Fault.DiskFull:
                Agent.FillDisk();
                break;
            case Fault.DataFolderRemoved:
                Agent.EmptyHome();
                break;
            case Fault.ClockForward or Fault.ClockBack:
                await SetClockAsync(fault == Fault.ClockForward ? "+2592000" : "-2592000");
                break;
            case Fault.NetworkGone:
                await Town.StopAsync();
                break;
            default:
                await (login?.HangUpAsync() ?? Task.CompletedTask);
                break;
        }
    }

    /// <summary>People and system put right what they would put right.</summary>
    internal async Task RestoreAsync(Fault fault, bool cardWasIn)
    {
        Card.Release();
        switch (fault)
        {
            case Fault.AgentKilled:
                await agent!.DisposeAsync();
                await StartAgentAsync(fakeTime: false);
                break;
            case Fault.AgentStopped:
                Agent.Signal(18);
                break;
            case Fault.ServiceKilled or Fault.ServiceRestarted:
                await LeaveAsync();
                await pcsc.Pcscd.StartDaemonAsync(Cancellation);
                break;
            case Fault.ReaderUnplugged:
                await LeaveAsync();
                await pcsc.Pcscd.StartDaemonAsync(Cancellation, withReaders: false);
                await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
                await pcsc.Pcscd.StopDaemonAsync();
                await pcsc.Pcscd.StartDaemonAsync(Cancellation);
                break;
            case Fault.CardPulled:
                await EmptyReaderAsync();
                break;
            case Fault.CardReset:
                Assert.Equal(0, (await resetting!).ExitCode);
                break;
        }

        if (stays.Count == 0)
        {
            await InsertAsync(Card);
        }
        else if (fault == Fault.CardSwapped)
        {
            await SeeOtherAsync();
        }

        Assert.True(cardWasIn || stays.Count == 1);
    }

    /// <summary>What nobody puts right before the next login.</summary>
    internal async Task CleanUpAsync(Fault fault)
    {
        if (fault == Fault.DiskFull)
        {
            Agent.FreeDisk();
        }

        await Town.StartAsync();
    }

    /// <summary>The card leaves, and the service has seen it.</summary>
    internal async Task EmptyReaderAsync()
    {
        await LeaveAsync();
        await pcsc.UntilEmptyAsync();
    }

    internal async Task InsertAsync(HeldCard card)
    {
        for (var tries = 1; ; tries++)
        {
            stays.Add(await card.InsertAsync(pcsc));
            try
            {
                await pcsc.UntilPresentAsync();
                return;
            }
            catch (InvalidOperationException) when (tries < 5)
            {
                // On a busy machine the service may have missed the card, or given it up before it answered. People put it in again, too.
                await EmptyReaderAsync();
            }
        }
    }

    /// <summary>Both citizens, as far as they must not be found; the PIN is the first one's.</summary>
    internal IReadOnlyList<Canary> Canaries() => [.. citizens.SelectMany(citizen => citizen.Canaries), Canary.Text("reader", PrivatePcscd.FirstReader), Canary.Text("site", Town.ReturnTo)];

    // A swap in the same moment as a reset the service may take for a removal.
    private async Task SeeOtherAsync()
    {
        try
        {
            await pcsc.UntilPresentAsync();
        }
        catch (InvalidOperationException)
        {
            await EmptyReaderAsync();
            await InsertAsync(Other);
        }
    }

    private async Task LeaveAsync()
    {
        foreach (var stay in Enumerable.Reverse(stays))
        {
            await stay.DisposeAsync();
        }

        stays.Clear();
    }

    private async Task StartAgentAsync(bool fakeTime)
    {
        var environment = new Dictionary<string, string?>(pcsc.Pcscd.Environment);
        if (fakeTime)
        {
            var library = Directory.GetFiles("/usr/lib", FakeTime, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true }).FirstOrDefault();
            Require.OrSkip(library is not null, "libfaketime is not installed");
            await SetClockAsync("+0");
            environment["LD_PRELOAD"] = library;
            environment["FAKETIME_TIMESTAMP_FILE"] = Path.Combine(folder.FullName, "clock");
            environment["FAKETIME_NO_CACHE"] = "1";

            // The machine's clock is set; how long something takes is not.
            environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        }

        var home = folder.CreateSubdirectory("home").FullName;
        agent = await AgentProgram.StartAsync(environment, Path.Combine(folder.FullName, "programs"), home, port);
        hasFakeTime = fakeTime;
    }

    private Task SetClockAsync(string offset) => File.WriteAllTextAsync(Path.Combine(folder.FullName, "clock"), offset + "\n", Cancellation);
}
