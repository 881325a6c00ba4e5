using System.Net;
using EidAgent.Logins;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SecondLoginTests
{
    private const string OtherSite = "https://other.example.be/signin-eid";

    [Fact]
    public async Task While_one_login_uses_the_reader_another_one_waits_and_sends_the_card_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var second = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(OtherSite));
        var early = second.Form("continue");
        var first = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        await agent.UntilReadAsync(card);
        var commands = card.Transcript.Count;

        second = await agent.Browser.OpenAsync(second.LoginAt);
        var pressed = await agent.Browser.SubmitAsync(early);

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Contains("data-code=\"login_under_way\"", second.Html, StringComparison.Ordinal);
        Assert.Null(second.FindForm("continue"));
        Assert.Contains("data-code=\"login_under_way\"", pressed.Html, StringComparison.Ordinal);
        Assert.Equal(commands, card.Transcript.Count);
        Assert.Equal(1, agent.Prompt.Opened);

        window.Type("1234");
        Assert.Equal("signed", (await agent.UntilEndAsync(first)).Ending);
        await agent.UntilFreeAsync(second);
        second = await agent.Browser.SubmitAsync(early);
        (await agent.Prompt.NextAsync()).Type("1234");
        second = await agent.UntilEndAsync(second);
        Assert.Equal("signed", second.Ending);
        Assert.Equal(OtherSite, second.Form("back").Action);
    }

    [Fact]
    public async Task A_login_can_be_stopped_from_the_page_of_the_one_that_waits_for_it()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var first = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        var second = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(OtherSite));

        second = await agent.Browser.SubmitAsync(second.Form("stop-other"));
        first = await agent.UntilEndAsync(first);
        second = await agent.UntilFreeAsync(second);

        Assert.Equal("stopped", first.Ending);
        Assert.Equal("user_cancelled", first.Form("back").Fields["error"]);
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.NotNull(second.FindForm("continue"));
    }

    [Fact]
    public async Task Of_nine_waiting_logins_the_oldest_ends_and_the_newest_is_served()
    {
        await using var agent = await RunningAgent.StartAsync();
        var pages = new List<AgentPage>();
        for (var i = 0; i <= LoginAttempts.MaximumWaiting; i++)
        {
            pages.Add(await agent.Browser.OpenAsync(RunningAgent.LoginAddress()));
        }

        var oldest = await agent.Browser.OpenAsync(pages[0].LoginAt);
        var next = await agent.Browser.OpenAsync(pages[1].LoginAt);
        var newest = await agent.Browser.SubmitAsync(pages[^1].Form("continue"));

        Assert.Equal("displaced", oldest.Ending);
        Assert.Equal("timed_out", oldest.Form("back").Fields["error"]);
        Assert.NotNull(next.FindForm("continue"));
        Assert.Null(newest.Ending);
    }

    [Fact]
    public async Task Many_requests_do_not_displace_a_login_that_runs()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.ConsentAsync();
        for (var i = 0; i < 100; i++)
        {
            await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        }

        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task Stopping_the_agent_closes_the_window_and_resets_the_card()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        await agent.StopAsync();

        Assert.True(window.ClosedByAgent);
        Assert.StartsWith("80E6", card.Transcript[^1], StringComparison.Ordinal);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }
}
