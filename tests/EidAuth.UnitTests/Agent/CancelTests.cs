using EidAgent.Prompts;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The person gives up: the browser goes back with <c>error=user_cancelled</c>, no PIN was verified, and the next login succeeds.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CancelTests
{
    [Fact]
    public async Task On_the_consent_page()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        page = await agent.Browser.SubmitAsync(page.Form("cancel"));

        AssertReturns(page);
        Assert.Empty(card.Transcript);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task While_a_card_is_waited_for()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "InsertCard");

        page = await agent.Browser.SubmitAsync(page.Form("cancel"));

        AssertReturns(page);
        Assert.Equal("signed", (await agent.LogInAsync(agent.IssueCard())).Ending);
    }

    [Fact]
    public async Task On_the_page_while_the_pin_window_is_open()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        page = await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(page.LoginAt)).Form("cancel"));

        AssertReturns(page);
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task In_the_pin_window()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
        page = await agent.UntilEndAsync(page);

        AssertReturns(page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task On_the_readers_keypad()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.Cancel);
        page = await agent.UntilEndAsync(page);

        AssertReturns(page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task On_the_page_while_the_keypad_waits_closes_the_keypad()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "PinOnKeypad");
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2);

        page = await agent.Browser.SubmitAsync(page.Form("cancel"));

        AssertReturns(page);
        var panel = agent.Reader.Panel;
        while (panel.KeypadWaits)
        {
            panel = await agent.Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
        page = await agent.ConsentAsync();
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok);
        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task On_the_page_while_the_keypad_waits_in_two_steps_withdraws_the_question()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true, pinPadRoad: PinPadRoad.StartFinish);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "PinOnKeypad");
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2);

        page = await agent.Browser.SubmitAsync(page.Form("cancel"));

        AssertReturns(page);
        var panel = agent.Reader.Panel;
        while (panel.KeypadWaits)
        {
            agent.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(agent.Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken), Task.Delay(5, TestContext.Current.CancellationToken));
            panel = agent.Reader.Panel;
        }

        // What is typed now is typed for nothing.
        foreach (var key in (KeypadKey[])[KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok])
        {
            agent.Reader.Press(key);
        }

        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task A_second_press_of_a_button_changes_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var (proceed, cancel) = (page.Form("continue"), page.Form("cancel"));
        await agent.Browser.SubmitAsync(cancel);

        page = await agent.Browser.SubmitAsync(proceed);

        AssertReturns(page);
        page = await agent.Browser.SubmitAsync(cancel);
        AssertReturns(page);
    }

    private static void AssertReturns(AgentPage page)
    {
        Assert.Equal("cancelled", page.Ending);
        var form = page.Form("back");
        Assert.Equal(RunningAgent.ReturnTo, form.Action);
        Assert.Equal(["error", "state"], form.Fields.Keys.Order());
        Assert.Equal("user_cancelled", form.Fields["error"]);
        Assert.Equal(RunningAgent.State, form.Fields["state"]);
        Assert.True(page.GoesBackAtOnce);
    }
}
