using System.Net;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>A session ends when its card leaves: once, and for nothing less.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EndOnRemovalTests
{
    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task A_card_that_is_pulled_ends_its_session_with_one_bare_post(string citizen)
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(citizen), site.ReturnTo);
        Assert.Empty(site.Requests);

        agent.Reader.Remove();

        var post = await site.NextAsync();
        Assert.Equal(("POST", "/base/signin-eid/end", "end=" + EndLogin.End), (post.Method, post.Path, post.Body));
        Assert.Equal(["Content-Length", "Content-Type", "Host"], post.Headers.Keys.Order());
        Assert.Equal("application/x-www-form-urlencoded", post.Headers["Content-Type"]);
        await site.AssertNothingMoreAsync();
        Assert.Equal(0, agent.KeptSessions);
    }

    [Fact]
    public async Task A_card_that_is_swapped_has_left()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var (card, other) = (agent.IssueCard(), agent.IssueCard("adult-17"));
        await EndLogin.RunAsync(agent, card, site.ReturnTo);

        agent.Reader.Insert(other);

        await site.NextAsync();
        Assert.Empty(other.Transcript);
    }

    [Fact]
    public async Task The_same_card_put_in_again_brings_no_session_back_and_ends_none_twice()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        await EndLogin.RunAsync(agent, card, site.ReturnTo);

        agent.Reader.Remove();
        agent.Reader.Insert(card);
        await site.NextAsync();
        agent.Reader.Remove();

        await site.AssertNothingMoreAsync();
    }

    [Fact]
    public async Task A_reset_by_another_program_ends_nothing_and_the_watch_goes_on()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        agent.Reader.Connect(agent.Reader.Name).Dispose();

        await site.AssertNothingMoreAsync();
        Assert.Equal(1, agent.KeptSessions);
        agent.Reader.Remove();
        await site.NextAsync();
    }

    [Fact]
    public async Task Two_sessions_at_two_sites_end_each_with_its_own_text()
    {
        await using var one = await EndSite.StartAsync();
        await using var two = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        await EndLogin.RunAsync(agent, card, one.ReturnTo);
        await EndLogin.RunAsync(agent, card, two.ReturnTo, EndLogin.OtherEnd);

        agent.Reader.Remove();

        Assert.Equal("end=" + EndLogin.End, (await one.NextAsync()).Body);
        Assert.Equal("end=" + EndLogin.OtherEnd, (await two.NextAsync()).Body);
    }

    [Fact]
    public async Task A_second_login_with_the_card_ends_no_session_of_the_first()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        await EndLogin.RunAsync(agent, card, site.ReturnTo);

        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);

        await site.AssertNothingMoreAsync();
        Assert.Equal(1, agent.KeptSessions);
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_keeps_its_session_once()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var page = await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        Assert.Equal("signed", (await agent.Browser.OpenAsync(page.LoginAt)).Ending);
        Assert.Equal(1, agent.KeptSessions);
        agent.Reader.Remove();
        await site.NextAsync();
        await agent.Browser.OpenAsync(page.LoginAt);

        await site.AssertNothingMoreAsync();
        Assert.Equal(0, agent.KeptSessions);
    }

    [Fact]
    public async Task A_card_that_left_before_the_token_was_handed_over_ends_the_session_when_it_is()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await SignWithoutLookingAsync(agent, site.ReturnTo);

        agent.Reader.Remove();
        await site.AssertNothingMoreAsync();
        Assert.Equal("signed", (await agent.Browser.OpenAsync(page.LoginAt)).Ending);

        await site.NextAsync();
    }

    [Fact]
    public async Task A_token_that_nobody_fetched_is_no_session()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());

        await SignWithoutLookingAsync(agent, site.ReturnTo);

        Assert.Equal(0, agent.KeptSessions);
        agent.Reader.Remove();
        await site.AssertNothingMoreAsync();
    }

    [Fact]
    public async Task A_login_that_was_cancelled_or_failed_is_no_session()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var cancelled = await agent.ConsentAsync(EndLogin.Address(site.ReturnTo));
        (await agent.Prompt.NextOpenAsync()).End(EidAgent.Prompts.PinEntryOutcome.Cancelled);
        Assert.Equal("cancelled", (await agent.UntilEndAsync(cancelled)).Ending);
        var pulled = await agent.ConsentAsync(EndLogin.Address(site.ReturnTo));
        await agent.Prompt.NextOpenAsync();

        agent.Reader.Remove();

        Assert.Equal("card_removed", (await agent.UntilEndAsync(pulled)).Ending);
        await site.AssertNothingMoreAsync();
        Assert.Equal(0, agent.KeptSessions);
    }

    [Fact]
    public async Task A_site_that_does_not_ask_hears_nothing()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.ConsentAsync(RunningAgent.LoginAddress(site.ReturnTo));
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);

        agent.Reader.Remove();

        await site.AssertNothingMoreAsync();
        Assert.Equal(0, agent.KeptSessions);
    }

    [Fact]
    public async Task The_agents_exit_forgets()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        await agent.StopAsync();
        agent.Reader.Remove();

        await site.AssertNothingMoreAsync();
        Assert.Equal(0, agent.KeptSessions);
    }

    [Fact]
    public async Task Eight_hours_later_it_is_forgotten_and_not_before()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        await EndLogin.RunAsync(agent, card, site.ReturnTo);
        agent.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        agent.Reader.Remove();
        await site.NextAsync();

        await EndLogin.RunAsync(agent, card, site.ReturnTo, EndLogin.OtherEnd);
        await UntilTimedAsync(agent);
        agent.Clock.Advance(TimeSpan.FromHours(8));
        await EndLogin.UntilKeptAsync(agent, 0);
        agent.Reader.Remove();

        await site.AssertNothingMoreAsync();
    }

    [Fact]
    public async Task No_log_line_holds_the_text_or_names_the_site()
    {
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync();
        await EndLogin.RunAsync(agent, agent.IssueCard(), site.ReturnTo);

        agent.Reader.Remove();
        await site.NextAsync();
        await UntilLoggedAsync(agent, "[1401]: A session was ended because the card left.");

        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains(EndLogin.End, StringComparison.Ordinal));
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains("signin-eid", StringComparison.Ordinal));
    }

    internal static async Task UntilLoggedAsync(RunningAgent agent, string part)
    {
        for (var tries = 0; !agent.Log.Lines.Any(line => line.Contains(part, StringComparison.Ordinal)); tries++)
        {
            Assert.True(tries < 1000, $"Not logged: {part}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    // The watch has begun to wait when its own timer stands beside those of the logins.
    private static async Task UntilTimedAsync(RunningAgent agent)
    {
        for (var (known, quiet) = (-1, 0); quiet < 10; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            (known, quiet) = (agent.Clock.ArmedTimers, agent.Clock.ArmedTimers == known ? quiet + 1 : 0);
        }
    }

    // To the signature, as seen by a script that then does not load the page with the token.
    private static async Task<AgentPage> SignWithoutLookingAsync(RunningAgent agent, string returnTo)
    {
        var page = await agent.ConsentAsync(EndLogin.Address(returnTo));
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        while (true)
        {
            var next = await agent.Browser.FetchAsync($"{page.ChangesAt}?after={page.Version}");
            if (next.Status == HttpStatusCode.ResetContent)
            {
                return page;
            }

            page = next.Status == HttpStatusCode.OK ? next : page;
        }
    }
}
