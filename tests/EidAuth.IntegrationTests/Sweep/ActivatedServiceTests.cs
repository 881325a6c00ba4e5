using EidAgent.Removals;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.RealStack;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>
/// pcscd as systemd runs it: nobody starts it but a connection to its socket. It is killed while the program waits for a card, asks for a PIN, or has a session; the program's own next call starts it again, and
/// it finds the card.
/// </summary>
[Trait("Group", TestGroup.Agent)]
public sealed class ActivatedServiceTests : IDisposable
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-activated-pcscd-");
    private readonly HeldCard card = HeldCard.Of("adult-18");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_killed_is_started_again_by_the_program_and_the_card_is_found()
    {
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await pcscd.HoldSocketAsync(Cancellation);
        await using var town = new TownEnd();
        await town.StartAsync();
        var prompt = await HeldPrompt.InAsync(folder.CreateSubdirectory("programs").FullName, Citizen.All["adult-18"].Pin);
        await using var agent = await AgentProgram.StartAsync(pcscd.Environment, Path.Combine(folder.FullName, "programs"), folder.CreateSubdirectory("home").FullName);
        Assert.Equal(0, pcscd.Starts);

        // Waiting for a card: started by the login, killed, started again, and the card that is put in then is found.
        using var login = await SweepLogin.AskAsync(agent.Address, town.ReturnTo, End);
        await login.AgreeAsync();
        await UntilAsync(agent, async () => await login.StepAsync() == "InsertCard", "the card is not waited for");
        Assert.Equal(1, pcscd.Starts);
        pcscd.KillStartedDaemon();
        await UntilAsync(agent, () => Task.FromResult(pcscd.Starts == 2), "the service is not started again");
        var stay = await InsertAsync(agent, pcscd);

        // With the window open: that login ends, no PIN is sent.
        await UntilAsync(agent, () => Task.FromResult(prompt.Waits(half: false)), "no PIN window");
        pcscd.KillStartedDaemon();
        string? ending = null;
        await UntilAsync(agent, async () => (ending = await login.LookAsync()) is not null, "the login does not end");
        Assert.Contains(ending, (string[])["service_lost", "reader_lost"]);
        await UntilAsync(agent, () => Task.FromResult(prompt.Running.Count == 0), "a PIN window is left");
        Assert.Equal(0, card.PinCommands);
        await stay.DisposeAsync();

        // The next login starts the service, and gets its session.
        prompt.Type();
        using var next = await SweepLogin.AskAsync(agent.Address, town.ReturnTo, End);
        await next.AgreeAsync();
        await UntilAsync(agent, () => Task.FromResult(pcscd.Starts == 3), "the service is not started again");
        stay = await InsertAsync(agent, pcscd);
        await UntilAsync(agent, async () => (ending = await next.LookAsync()) is not null, "the login does not end");
        Assert.Equal("signed", ending);

        // With the session: the card is found by its chip number, the session goes on, and ends when the card leaves.
        var (commands, killed) = (card.Card.CommandsSeen, TimeProvider.System.GetTimestamp());
        pcscd.KillStartedDaemon();
        await stay.DisposeAsync();
        await UntilAsync(agent, () => Task.FromResult(pcscd.Starts == 4), "the service is not started again");
        stay = await InsertAsync(agent, pcscd);
        await UntilAsync(agent, () => Task.FromResult(card.Card.CommandsSeen > commands), "nobody looks at the card");
        if (TimeProvider.System.GetElapsedTime(killed) < RemovalWatch.ReturnTime / 2)
        {
            // On a machine that is not too busy for that.
            await Task.Delay(RemovalWatch.ReturnTime, Cancellation);
            Assert.Equal(0, town.Posts);
        }

        await stay.DisposeAsync();
        await UntilAsync(agent, () => Task.FromResult(town.Posts == 1), "the site was not told");
        Assert.Equal((1, 3, SecurityState.None), (card.PinCommands, card.Card.TriesLeft, card.Card.SecurityState));
        Assert.DoesNotContain("Defect in the agent", agent.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The card was in all the time, as a person sees it; the virtual reader is there only when the service is.
    private async Task<TestCard> InsertAsync(AgentProgram agent, PrivatePcscd pcscd)
    {
        TestCard? stay = null;
        await UntilAsync(
            agent,
            async () =>
            {
                try
                {
                    stay = await card.InsertAsync(pcscd);
                    return true;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            },
            "no reader");
        return stay!;
    }

    private static async Task UntilAsync(AgentProgram agent, Func<Task<bool>> condition, string otherwise)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(50, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, $"{otherwise}\n{agent.Output}");
        }
    }
}
