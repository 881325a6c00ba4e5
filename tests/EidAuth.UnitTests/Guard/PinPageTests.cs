using System.Net;
using EidAgent.Prompts;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Guard;

/// <summary>The agent's own page for the PIN: the one page where the last try can be used, by its holder, after a warning.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class PinPageTests
{
    [Fact]
    public async Task Opening_the_page_asks_nothing_of_the_card()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);

        var page = await agent.Browser.OpenAsync("/pin");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.FindForm("check"));
        Assert.Empty(card.Transcript);
    }

    [Fact]
    public async Task The_last_try_after_a_click_gives_three_back_and_sites_may_ask_again()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);
        var kept = await agent.UntilEndAsync(await agent.ConsentAsync());

        var page = await agent.UntilStepAsync(await agent.CheckPinAsync($"/pin?lang=en&login={kept.LoginAt.Split('/')[^1]}"), "LastTry");
        var opened = agent.Prompt.Opened;
        Assert.Contains("Simulated Reader 00 00", page.Text, StringComparison.Ordinal);
        page = await agent.Browser.SubmitAsync(page.Form("last-try"));
        var window = await agent.Prompt.NextAsync();
        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal((0, 1), (opened, agent.Prompt.Opened));
        Assert.Equal((null, PinPurpose.Check, 1), (window.Question.Origin, window.Question.Purpose, window.Question.TriesLeft!.Value));
        Assert.Equal("pin_right", page.Ending);
        Assert.Equal(3, card.TriesLeft);
        Assert.Equal((RunningAgent.ReturnTo, "user_cancelled"), (page.Form("back").Action, page.Form("back").Fields["error"]));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_wrong_last_pin_blocks_and_says_where_to_go()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.CheckPinAsync(), "LastTry");

        page = await agent.Browser.SubmitAsync(page.Form("last-try"));
        (await agent.Prompt.NextAsync()).Type("9999");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("pin_blocked", page.Ending);
        Assert.Contains("Your municipality can unblock the card", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, card.TriesLeft);
    }

    [Fact]
    public async Task Each_wrong_pin_is_told_and_the_last_try_needs_a_click_of_its_own()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.CheckPinAsync();
        var first = await agent.Prompt.NextAsync();
        first.Type("1111");
        var second = await agent.Prompt.NextAsync();
        second.Type("2222");

        page = await agent.UntilStepAsync(page, "LastTry");

        Assert.Equal((3, 2), (first.Question.TriesLeft!.Value, second.Question.TriesLeft!.Value));
        Assert.Contains("That PIN was wrong.", page.Text, StringComparison.Ordinal);
        Assert.Equal((2, 1), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Fact]
    public async Task A_keypad_takes_the_pin()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.CheckPinAsync(), "LastTry");

        page = await agent.Browser.SubmitAsync(page.Form("last-try"));
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok);

        Assert.Equal("pin_right", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal((0, 3), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Fact]
    public async Task Cancelled_before_the_last_try_it_keeps_the_try()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.CheckPinAsync(), "LastTry");

        page = await agent.Browser.SubmitAsync(page.Form("cancel"));

        Assert.Equal("cancelled", page.Ending);
        Assert.Equal((0, 1), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Theory]
    [InlineData(false, "card_timed_out")]
    [InlineData(true, "pin_timed_out")]
    public async Task Nobody_comes_and_it_ends(bool inserted, string ending)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        if (inserted)
        {
            agent.Reader.Insert(card);
        }

        var page = await agent.UntilStepAsync(await agent.CheckPinAsync(), inserted ? "LastTry" : "InsertCard");
        agent.Clock.Advance(TimeSpan.FromMinutes(inserted ? 5 : 2));

        Assert.Equal(ending, (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(1, card.TriesLeft);
    }

    [Fact]
    public async Task The_card_leaves_and_the_window_closes()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.CheckPinAsync();
        var window = await agent.Prompt.NextAsync();

        agent.Reader.Remove();
        page = await agent.UntilEndAsync(page);

        Assert.Equal("card_removed", page.Ending);
        Assert.True((await window.Answer).Outcome == PinEntryOutcome.Cancelled);
        Assert.Equal(0, RunningAgent.Count(card, "0020000108"));
        Assert.NotNull(page.FindForm("check"));
    }

    [Fact]
    public async Task Another_program_resets_the_card_and_no_pin_is_sent()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.CheckPinAsync();
        var window = await agent.Prompt.NextAsync();
        await Task.Run(() => agent.Reader.Connect(agent.Reader.Name).Dispose(), TestContext.Current.CancellationToken);

        window.Type("1234");

        Assert.Equal("card_reset", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(0, RunningAgent.Count(card, "0020000108"));
    }

    [Fact]
    public async Task While_it_runs_a_login_waits_and_a_second_check_is_not_begun()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        await agent.CheckPinAsync();
        var window = await agent.Prompt.NextAsync();

        var login = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var second = await agent.CheckPinAsync();

        Assert.Null(login.FindForm("continue"));
        Assert.Contains("A PIN is being checked", login.Text, StringComparison.Ordinal);
        Assert.Contains("data-code=\"reader_in_use\"", second.Html, StringComparison.Ordinal);
        Assert.Equal(1, agent.Prompt.Opened);
        window.Type("1234");
        await agent.UntilFreeAsync(login);
    }

    [Fact]
    public async Task Its_button_works_with_its_own_token_alone()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var form = (await agent.Browser.OpenAsync("/pin?lang=en")).Form("check");
        var consent = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");

        var foreign = await agent.Browser.SubmitAsync(form, ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site"));
        var without = await agent.Browser.SubmitAsync(form with { Fields = new Dictionary<string, string>() });
        var others = await agent.Browser.SubmitAsync(form with { Fields = consent.Fields });
        var byAddress = await agent.Browser.OpenAsync(form.Action);

        Assert.Equal(("cross_origin_post", "page_token_refused", "page_token_refused", "not_found"), (foreign.Code, without.Code, others.Code, byAddress.Code));
        Assert.Empty(card.Transcript);
        Assert.Null((await agent.Browser.SubmitAsync(form)).Ending);
        await agent.Prompt.NextAsync();
    }

    [Fact]
    public async Task Without_a_place_to_type_it_says_so()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.CheckPinAsync();
        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Unavailable);

        Assert.Equal("pin_entry_unavailable", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(0, RunningAgent.Count(card, "0020000108"));
    }
}
