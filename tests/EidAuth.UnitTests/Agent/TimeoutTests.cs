using EidAgent.Logins;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Nobody comes: each wait ends by itself, says so, and tells the site <c>error=timed_out</c>.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class TimeoutTests
{
    private static readonly TimeSpan AlmostTwoMinutes = TimeSpan.FromSeconds(119);
    private static readonly TimeSpan TheRest = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_consent_waits_two_minutes()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        agent.Clock.Advance(AlmostTwoMinutes);
        var before = await agent.Browser.OpenAsync(page.LoginAt);
        agent.Clock.Advance(TheRest);
        page = await agent.Browser.SubmitAsync(page.Form("continue"));

        Assert.NotNull(before.FindForm("continue"));
        AssertTimedOut("consent_expired", page);
    }

    [Fact]
    public async Task A_card_is_waited_for_two_minutes()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "InsertCard");

        agent.Clock.Advance(AlmostTwoMinutes);
        var before = await agent.Browser.OpenAsync(page.LoginAt);
        agent.Clock.Advance(TheRest);
        page = await agent.UntilEndAsync(page);

        Assert.Equal("InsertCard", before.Step);
        AssertTimedOut("card_timed_out", page);
        Assert.Equal("signed", (await agent.LogInAsync(agent.IssueCard())).Ending);
    }

    [Fact]
    public async Task A_pin_window_is_left_open_for_twenty_minutes_at_most()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        agent.Clock.Advance(TimeSpan.FromMinutes(20) - TheRest);
        Assert.False(window.Answer.IsCompleted);
        agent.Clock.Advance(TheRest);
        page = await agent.UntilEndAsync(page);

        AssertTimedOut("pin_timed_out", page);
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    [Fact]
    public async Task A_window_that_closes_by_its_own_time_out_ends_the_login()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.TimedOut);

        AssertTimedOut("pin_timed_out", await agent.UntilEndAsync(page));
    }

    [Fact]
    public async Task A_window_whose_program_was_killed_ends_the_login_and_uses_no_try()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Lost);
        page = await agent.UntilEndAsync(page);

        Assert.Equal(("pin_entry_lost", "card_error"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task A_keypad_that_nobody_touches_ends_the_login_by_the_readers_own_time_out()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        await LoginFlowTests.TypeAsync(agent);

        agent.Clock.Advance(TimeSpan.FromSeconds(30));

        AssertTimedOut("pin_timed_out", await agent.UntilEndAsync(page));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task Where_no_pin_can_be_typed_the_login_ends_and_says_so()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Unavailable);
        page = await agent.UntilEndAsync(page);

        Assert.Equal("pin_entry_unavailable", page.Ending);
        Assert.Equal("card_error", page.Form("back").Fields["error"]);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    [Fact]
    public async Task An_ended_login_is_forgotten_after_a_while()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.LogInAsync(agent.IssueCard());

        agent.Clock.Advance(LoginAttempt.Afterglow);

        Assert.Equal("login_unknown", (await agent.Browser.OpenAsync(page.LoginAt)).Code);
    }

    private static void AssertTimedOut(string ending, AgentPage page)
    {
        Assert.Equal((ending, ending), (page.Ending, page.Code));
        Assert.Equal("timed_out", page.Form("back").Fields["error"]);
        Assert.False(page.GoesBackAtOnce);
    }
}
