using EidAuth.IntegrationTests.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>
/// docs/faults.md, cell by cell, against the running program on a real service: each fault at each moment ends in what the table says, loses nothing but that login, and the next one works. Every fault
/// and every moment in each run, every cell in a long one.
/// </summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class FaultSweepTests(SweepWorld world, ITestOutputHelper output) : IClassFixture<SweepWorld>
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    public static TheoryData<Fault, Moment> Cells
    {
        get
        {
            var cells = new TheoryData<Fault, Moment>();
            foreach (var (fault, moment) in IsLong ? All() : Few())
            {
                cells.Add(fault, moment);
            }

            return cells;
        }
    }

    [Fact]
    public void Every_fault_and_every_moment_is_in_each_run()
    {
        var few = Few().ToList();

        Assert.Equal(Enum.GetValues<Fault>(), few.Select(cell => cell.Fault).Distinct().Order());
        Assert.Equal(Enum.GetValues<Moment>(), few.Select(cell => cell.Moment).Distinct().Order());
        Figures.Add("fault sweep of the agent's program, cells of the table", All().Count());
        Figures.Add("fault sweep of the agent's program, cells run", IsLong ? All().Count() : few.Count);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task It_ends_as_decided_and_the_next_login_works(Fault fault, Moment moment)
    {
        await world.PrepareAsync(fault is Fault.ClockForward or Fault.ClockBack, cardIn: moment != Moment.WaitingForCard, halfTyped: moment == Moment.HalfTyped);
        var (sent, entries, otherSent) = (world.Card.PinCommands + world.Other.PinCommands, world.Prompt.Entries, world.Other.PinCommands);

        var outcome = await RunAsync(fault, moment);
        output.WriteLine($"{fault} at {moment}: {outcome}");
        Assert.Contains(outcome, FaultTable.Cells[(fault, moment)]);
        Assert.True(outcome == "signed" || world.Other.PinCommands == otherSent, "a PIN went to the card that took the other's place");
        Assert.True(world.FoundBySecondProgram is not { } found || found.Contains("SW1=0x63", StringComparison.Ordinal), "the next program found the PIN verified: " + world.FoundBySecondProgram);
        await UntilAsync(() => world.Prompt.Running.Count == 0, "a PIN window is left");

        world.Prompt.Reset();
        using var next = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo);
        await next.AgreeAsync();
        Assert.Equal("signed", await FinishAsync(next, fault: null));

        Assert.InRange(world.Card.PinCommands + world.Other.PinCommands - sent, 1, world.Prompt.Entries - entries);
        Assert.Equal((3, 3), (world.Card.Card.TriesLeft, world.Other.Card.TriesLeft));
        await UntilAsync(() => world.Card.Card.SecurityState == SecurityState.None && world.Other.Card.SecurityState == SecurityState.None, "a card is left unlocked");
        Assert.DoesNotContain("Defect in the agent", world.Agent.Output, StringComparison.Ordinal);
        Assert.Empty(CanarySearch.In(world.Agent.Output, world.Canaries()));
        Assert.Empty(world.Agent.Files().SelectMany(file => CanarySearch.In(file, world.Canaries())));
        await world.CleanUpAsync(fault);
    }

    private static IEnumerable<(Fault Fault, Moment Moment)> All() => FaultTable.Cells.Keys.OrderBy(cell => cell.Fault).ThenBy(cell => cell.Moment);

    // One cell of each fault, and one more where most is under way, another moment each time.
    private static IEnumerable<(Fault Fault, Moment Moment)> Few()
    {
        var moments = Enum.GetValues<Moment>();
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var own = All().Where(cell => cell.Fault == fault).Select(cell => cell.Moment).ToList();
            yield return (fault, moments.Skip((int)fault * 7 % moments.Length).Concat(moments).First(own.Contains));
        }

        yield return (Fault.ServiceKilled, Moment.WaitingForCard);
        yield return (Fault.AgentKilled, Moment.Verify);
        yield return (Fault.AgentKilled, Moment.PinWindow);
        yield return (Fault.DiskFull, Moment.Kept);
    }

    private async Task<string> RunAsync(Fault fault, Moment moment)
    {
        if (moment == Moment.Idle)
        {
            await world.DoAsync(fault, null);
            await world.RestoreAsync(fault, cardWasIn: true);
        }

        using var login = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo, moment == Moment.Kept ? End : null);
        if (moment is Moment.Idle or Moment.Consent)
        {
            if (moment == Moment.Consent)
            {
                await world.DoAsync(fault, login);
                await world.RestoreAsync(fault, cardWasIn: true);
            }

            await login.AgreeAsync();
            return await FinishAsync(login, fault);
        }

        await ReachAsync(moment, login);
        await world.DoAsync(fault, login);
        if (moment == Moment.Kept)
        {
            return await JudgeKeptAsync(fault);
        }

        await world.RestoreAsync(fault, cardWasIn: moment != Moment.WaitingForCard);
        return await FinishAsync(login, fault);
    }

    private async Task ReachAsync(Moment moment, SweepLogin login)
    {
        var reached = moment switch
        {
            Moment.Reading => world.Card.HoldAt("00B0"),
            Moment.Verify => world.Card.HoldAt("0020000108"),
            Moment.Sign => world.Card.HoldAt("002A"),
            _ => null,
        };
        if (moment is Moment.Verify or Moment.Sign or Moment.NotFetched or Moment.Kept)
        {
            world.Prompt.Type();
        }

        var signed = world.Agent.Count("A login ended: signed");
        await login.AgreeAsync();
        switch (moment)
        {
            case Moment.WaitingForCard:
                await UntilAsync(async () => await login.StepAsync() == "InsertCard", "the card is not waited for");
                break;
            case Moment.PinWindow or Moment.HalfTyped:
                await UntilAsync(() => world.Prompt.Waits(half: moment == Moment.HalfTyped), "no PIN window");
                await UntilQuietAsync();
                break;
            case Moment.NotFetched:
                await UntilAsync(() => world.Agent.Count("A login ended: signed") > signed, "not signed");
                break;
            case Moment.Kept:
                Assert.Equal("signed", await FinishAsync(login, fault: null));
                await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
                break;
            default:
                await reached!.WaitAsync(AgentProgram.Patience, Cancellation);
                break;
        }
    }

    // The session that ends with its card: kept over the fault, ended by it, or no longer known.
    private async Task<string> JudgeKeptAsync(Fault fault)
    {
        var posts = world.Town.Posts;
        var unanswered = world.Agent.Count("did not answer");
        if (fault is Fault.CardPulled or Fault.CardSwapped)
        {
            await UntilAsync(() => world.Town.Posts > posts, "the site was not told");
            await world.RestoreAsync(fault, cardWasIn: true);
            return "session_ended";
        }

        await world.RestoreAsync(fault, cardWasIn: true);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        if (world.Town.Posts > posts)
        {
            return "session_ended";
        }

        await world.EmptyReaderAsync();
        if (fault == Fault.NetworkGone)
        {
            await UntilAsync(() => world.Agent.Count("did not answer") > unanswered, "the silence was not logged");
        }
        else if (fault == Fault.AgentKilled)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        }
        else
        {
            await UntilAsync(() => world.Town.Posts > posts, "the site was not told");
        }

        await world.InsertAsync(world.Card);
        return fault == Fault.NetworkGone ? "session_unanswered" : world.Town.Posts > posts ? "session_kept" : "session_forgotten";
    }

    // The person does what is to be done, until the login has ended.
    private async Task<string> FinishAsync(SweepLogin login, Fault? fault)
    {
        var ending = await login.LookAsync();
        await UntilAsync(
            async () =>
            {
                world.Card.Release();
                world.Prompt.Type();
                if (fault == Fault.PromptHangs)
                {
                    await login.CancelAsync();
                }

                return (ending = await login.LookAsync()) is not null;
            },
            "the login does not end: " + await login.StepAsync());
        return ending!;
    }

    private async Task UntilQuietAsync()
    {
        for (var (known, quiet) = (-1, 0); quiet < 5; await Task.Delay(100, Cancellation))
        {
            (known, quiet) = (world.Card.Card.CommandsSeen, world.Card.Card.CommandsSeen == known ? quiet + 1 : 0);
        }
    }

    private Task UntilAsync(Func<bool> condition, string otherwise) => UntilAsync(() => Task.FromResult(condition()), otherwise);

    private async Task UntilAsync(Func<Task<bool>> condition, string otherwise)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(50, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, $"{otherwise}\n{world.Agent.Output}");
        }
    }
}
