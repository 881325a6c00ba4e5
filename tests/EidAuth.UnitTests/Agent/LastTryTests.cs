using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The last try is never used for a site, however it became the last.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class LastTryTests
{
    private const string OtherSite = "https://other.example.be/signin-eid";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_site_does_not_get_the_last_try(bool keypad)
    {
        await using var agent = await RunningAgent.StartAsync(keypad);
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal(("last_try_kept", "last_try_kept"), (page.Ending, page.Code));
        Assert.Equal("user_cancelled", page.Form("back").Fields["error"]);
        Assert.False(page.GoesBackAtOnce);
        Assert.Contains("EidAgent pin verify", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, agent.Prompt.Opened);
        Assert.Equal((0, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task After_two_wrong_pins_no_site_gets_a_third(string citizen)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard(citizen);
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).Type("1111");
        (await agent.Prompt.NextAsync()).Type("2222");
        page = await agent.UntilEndAsync(page);
        var next = await agent.UntilEndAsync(await agent.ConsentAsync(RunningAgent.LoginAddress(OtherSite)));

        Assert.Equal(("last_try_kept", "last_try_kept"), (page.Ending, next.Ending));
        Assert.Equal(2, agent.Prompt.Opened);
        Assert.Equal((2, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    [Fact]
    public async Task Two_wrong_pins_in_two_logins_at_two_sites_count_together()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var first = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1111");
        var again = await agent.Prompt.NextAsync();
        await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(first.LoginAt)).Form("cancel"));
        Assert.Equal("cancelled", (await agent.UntilEndAsync(first)).Ending);
        Assert.True(again.ClosedByAgent);

        var second = await agent.ConsentAsync(RunningAgent.LoginAddress(OtherSite));
        (await agent.Prompt.NextOpenAsync()).Type("2222");
        second = await agent.UntilEndAsync(second);

        Assert.Equal("last_try_kept", second.Ending);
        Assert.Equal(3, agent.Prompt.Opened);
        Assert.Equal((2, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task Tries_that_another_program_uses_while_the_window_is_open_do_not_take_the_guard_away(string citizen)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard(citizen);
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        Assert.Equal(3, window.Question.TriesLeft);
        Waste(card, 2);

        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("last_try_kept", page.Ending);
        Assert.Equal(1, agent.Prompt.Opened);
        Assert.Equal((2, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    [Fact]
    public async Task After_two_wrong_pins_on_the_keypad_it_does_not_wait_for_a_third()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "PinOnKeypad");
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.Ok);
        await agent.UntilSaidAsync(page, "2 tries left");
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.Ok);

        page = await agent.UntilEndAsync(page);

        Assert.Equal("last_try_kept", page.Ending);
        Assert.Equal(1, card.TriesLeft);
        Assert.False(agent.Reader.Panel.KeypadWaits);
    }

    [Fact]
    public async Task A_blocked_card_gets_no_verify()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        Waste(card, 3);

        agent.Reader.Insert(card);
        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal("pin_blocked", page.Ending);
        Assert.Equal(3, RunningAgent.Count(card, "0020000108"));
        Assert.Equal(0, agent.Prompt.Opened);
    }

    private static void Waste(EidAuth.Simulator.Cards.SimulatedCard card, int tries)
    {
        for (var wrong = 0; wrong < tries; wrong++)
        {
            card.Transmit(Convert.FromHexString("0020000108" + "249999FFFFFFFFFF"));
        }
    }
}
