using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Guard;

/// <summary>Pauses, and what ends them, through the agent's pages.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class PinPauseTests
{
    private const string OtherSite = "https://other.example.be/signin-eid";

    [Fact]
    public async Task Two_cards_refused_at_one_site_pause_that_site_alone_and_for_a_quarter_of_an_hour()
    {
        await using var agent = await RunningAgent.StartAsync();
        await WrongOnceAsync(agent, agent.IssueCard());
        await WrongOnceAsync(agent, agent.IssueCard("adult-17"), pauses: true);
        var third = agent.IssueCard("born-2003");
        agent.Reader.Insert(third);
        var opened = agent.Prompt.Opened;

        var paused = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal(("pin_paused", "pin_paused"), (paused.Ending, paused.Code));
        Assert.Equal("user_cancelled", paused.Form("back").Fields["error"]);
        Assert.Contains("/pin?lang=en", paused.Html, StringComparison.Ordinal);
        Assert.Equal((opened, 0), (agent.Prompt.Opened, RunningAgent.Count(third, "0020000108")));

        var elsewhere = await agent.ConsentAsync(RunningAgent.LoginAddress(OtherSite));
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        Assert.Equal("signed", (await agent.UntilEndAsync(elsewhere)).Ending);

        agent.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("signed", (await agent.LogInAsync(third)).Ending);
    }

    [Fact]
    public async Task A_right_pin_on_the_own_page_ends_the_pause()
    {
        await using var agent = await RunningAgent.StartAsync();
        await WrongOnceAsync(agent, agent.IssueCard());
        await WrongOnceAsync(agent, agent.IssueCard("adult-17"), pauses: true);
        var third = agent.IssueCard("born-2003");
        agent.Reader.Insert(third);
        Assert.Equal("pin_paused", (await agent.UntilEndAsync(await agent.ConsentAsync())).Ending);

        await agent.UntilFreeAsync(await agent.Browser.OpenAsync(RunningAgent.LoginAddress()));
        var check = await agent.CheckPinAsync();
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        Assert.Equal("pin_right", (await agent.UntilEndAsync(check)).Ending);

        Assert.Equal("signed", (await agent.LogInAsync(third)).Ending);
    }

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task A_right_pin_in_another_program_is_told_by_the_cards_counter(string citizen)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard(citizen);
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1111");
        (await agent.Prompt.NextAsync()).Type("2222");
        Assert.Equal("last_try_kept", (await agent.UntilEndAsync(page)).Ending);

        // pin verify in another process: VERIFY and LOG OFF, by a connection of its own.
        card.Transmit(Convert.FromHexString("0020000108" + "241234FFFFFFFFFF"));
        card.Transmit(Convert.FromHexString("80E60000"));

        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_wrong_pin_belongs_to_the_card_that_answered_and_not_to_the_one_that_took_its_place()
    {
        await using var agent = await RunningAgent.StartAsync();
        var (first, second) = (agent.IssueCard(), agent.IssueCard("adult-17"));
        agent.Reader.Insert(first);
        var page = await agent.ConsentAsync(RunningAgent.LoginAddress(OtherSite));
        (await agent.Prompt.NextAsync()).Type("1111");
        await agent.Prompt.NextAsync();
        agent.Reader.Remove();
        agent.Reader.Insert(second);
        Assert.Equal("card_removed", (await agent.UntilEndAsync(page)).Ending);

        Assert.Equal("signed", (await agent.LogInAsync(second)).Ending);
        Assert.Equal((2, 3), (first.TriesLeft, second.TriesLeft));
    }

    [Fact]
    public async Task A_login_that_waited_while_the_pins_were_typed_gets_no_window_in_the_same_second()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var waiting = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(OtherSite));
        var first = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1111");
        (await agent.Prompt.NextAsync()).Type("2222");
        await agent.UntilEndAsync(first);

        await agent.UntilFreeAsync(waiting);
        waiting = await agent.UntilEndAsync(await agent.Browser.SubmitAsync(waiting.Form("continue")));

        Assert.Equal("last_try_kept", waiting.Ending);
        Assert.Equal((2, 1), (agent.Prompt.Opened, card.TriesLeft));
    }

    // A wrong PIN; then the person gives up, unless it was the second at that site: then nothing is asked any more.
    private static async Task WrongOnceAsync(RunningAgent agent, SimulatedCard card, bool pauses = false)
    {
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        (await agent.Prompt.NextOpenAsync()).Type("9999");
        if (!pauses)
        {
            (await agent.Prompt.NextOpenAsync()).End(PinEntryOutcome.Cancelled);
        }

        Assert.Equal(pauses ? "pin_paused" : "cancelled", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(2, card.TriesLeft);
        await agent.UntilFreeAsync(await agent.Browser.OpenAsync(RunningAgent.LoginAddress()));
        agent.Reader.Remove();
    }
}
