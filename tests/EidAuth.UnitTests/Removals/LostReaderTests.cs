using EidAgent.Removals;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>The service is restarted or the reader goes: the card is looked for by its own number before its session ends.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LostReaderTests
{
    private RestartedReaders? readers;

    [Fact]
    public async Task A_restart_of_the_service_with_the_same_card_in_ends_nothing_and_the_watch_goes_on()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await StartAsync();
        var card = agent.IssueCard();
        await EndLogin.RunAsync(agent, card, site.ReturnTo);
        var commands = card.Transcript.Count;

        await UntilSeenAsync(readers!.Stop);
        await PassAsync(agent, TimeSpan.FromSeconds(3));
        readers.Start(0, agent.Reader);
        await UntilAsync(() => card.Transcript.Count > commands && card.Transcript[^1].StartsWith("80E6", StringComparison.Ordinal));
        await PassAsync(agent, RemovalWatch.ReturnTime * 2);

        await site.AssertNothingMoreAsync();
        Assert.Equal(1, agent.KeptSessions);
        agent.Reader.Remove();
        await site.NextAsync();
    }

    [Fact]
    public async Task Another_card_after_a_restart_is_not_the_same()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        // The new service has counted as many events as the old one had: only the number on the chip differs.
        await UntilSeenAsync(readers!.Stop);
        agent.Reader.Insert(agent.IssueCard());
        readers.Start(1, agent.Reader);
        await PassAsync(agent, RemovalWatch.ReturnTime);

        await site.NextAsync();
    }

    [Fact]
    public async Task A_service_that_does_not_come_back_ends_the_session_after_ten_seconds()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        await UntilSeenAsync(readers!.Stop);
        await PassAsync(agent, TimeSpan.FromSeconds(9));
        await site.AssertNothingMoreAsync();
        await PassAsync(agent, TimeSpan.FromSeconds(1));

        await site.NextAsync();
    }

    [Fact]
    public async Task A_reader_that_is_unplugged_takes_its_card_with_it()
    {
        var second = new SimulatedReader("Simulated Reader 01 00", pinPad: false, TimeProvider.System);
        await using var site = await EndSite.StartAsync();
        await using var agent = await StartAsync(second);
        second.Insert(agent.IssueCard("adult-17"));
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        await UntilSeenAsync(() => readers!.Plug(second));
        await PassAsync(agent, RemovalWatch.ReturnTime);

        await site.NextAsync();
    }

    [Fact]
    public async Task Another_readers_card_ends_nothing()
    {
        var second = new SimulatedReader("Simulated Reader 01 00", pinPad: false, TimeProvider.System);
        await using var site = await EndSite.StartAsync();
        await using var agent = await StartAsync(second);
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        await UntilSeenAsync(() => second.Insert(agent.IssueCard("adult-17")));
        await UntilSeenAsync(second.Remove);
        await UntilSeenAsync(() => readers!.Plug(agent.Reader));

        await site.AssertNothingMoreAsync();
        Assert.Equal(1, agent.KeptSessions);
        agent.Reader.Remove();
        await site.NextAsync();
    }

    private Task<RunningAgent> StartAsync(params SimulatedReader[] others) =>
        RunningAgent.StartAsync(readers: reader => readers = new RestartedReaders([reader, .. others]));

    // Time goes by in small steps, so that whoever waits for it gets his turn between.
    private static async Task PassAsync(RunningAgent agent, TimeSpan time)
    {
        for (var step = TimeSpan.FromMilliseconds(250); time > TimeSpan.Zero; time -= step)
        {
            agent.Clock.Advance(step);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    // Nobody but the watch waits by then; it has seen what was done when it waits anew.
    private async Task UntilSeenAsync(Action act)
    {
        for (var (known, quiet) = (-1, 0); quiet < 10; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            (known, quiet) = (readers!.Waits, readers.Waits == known ? quiet + 1 : 0);
        }

        var before = readers!.Waits;
        act();
        await UntilAsync(() => readers.Waits > before);
    }

    private static async Task UntilAsync(Func<bool> wanted)
    {
        for (var tries = 0; !wanted(); tries++)
        {
            Assert.True(tries < 1000);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
