using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The computer sleeps while a login waits. Timers do not count that time: whoever wakes it finds a login whose time is over ended, and the card hears nothing of it.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class SleepTests
{
    [Fact]
    public async Task A_consent_whose_time_went_by_in_sleep_cannot_be_given_any_more()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        agent.Clock.Sleep(TimeSpan.FromHours(8));
        page = await agent.Browser.SubmitAsync(page.Form("continue"));

        Assert.Equal("consent_expired", page.Ending);
        Assert.Empty(card.Transcript);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_consent_whose_time_is_not_over_after_a_nap_can()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        agent.Clock.Sleep(TimeSpan.FromSeconds(110));
        page = await agent.Browser.SubmitAsync(page.Form("continue"));
        (await agent.Prompt.NextOpenAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_PIN_typed_after_a_long_sleep_is_not_sent()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextOpenAsync();

        agent.Clock.Sleep(TimeSpan.FromHours(8));
        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("pin_timed_out", page.Ending);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(0, RunningAgent.Count(card, "002A"));
        Assert.Equal(3, card.TriesLeft);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_ends_no_login_and_lengthens_none()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        agent.Clock.Sleep(TimeSpan.FromHours(-8));
        var before = await agent.Browser.OpenAsync(page.LoginAt);
        agent.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.NotNull(before.FindForm("continue"));
        Assert.Equal("consent_expired", (await agent.Browser.OpenAsync(page.LoginAt)).Ending);
    }
}
