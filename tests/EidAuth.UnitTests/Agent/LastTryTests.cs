using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class LastTryTests
{
    [Fact]
    public async Task The_last_try_is_used_only_after_a_click_on_its_own_page()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);

        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "LastTry");
        var opened = agent.Prompt.Opened;
        page = await agent.Browser.SubmitAsync(page.Form("last-try"));
        var window = await agent.Prompt.NextAsync();
        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal(0, opened);
        Assert.Equal(1, window.Question.TriesLeft);
        Assert.Equal("signed", page.Ending);
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task After_two_wrong_pins_the_last_try_is_guarded_too()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).Type("1111");
        (await agent.Prompt.NextAsync()).Type("2222");
        page = await agent.UntilStepAsync(page, "LastTry");

        Assert.Contains("That PIN was wrong.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, agent.Prompt.Opened);
        Assert.Equal(1, card.TriesLeft);
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
        for (var wrong = 0; wrong < 2; wrong++)
        {
            card.Transmit(Convert.FromHexString("0020000108" + "249999FFFFFFFFFF"));
        }

        window.Type("9999");
        page = await agent.UntilStepAsync(page, "LastTry");
        Assert.Equal(1, card.TriesLeft);

        await agent.Browser.SubmitAsync(page.Form("last-try"));
        window = await agent.Prompt.NextAsync();
        Assert.Equal(1, window.Question.TriesLeft);
        window.Type("1234");
        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_wrong_last_pin_blocks_and_says_where_to_go()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard("one-try-left");
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "LastTry");

        page = await agent.Browser.SubmitAsync(page.Form("last-try"));
        (await agent.Prompt.NextAsync()).Type("9999");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("pin_blocked", page.Ending);
        Assert.Contains("Your municipality can unblock the card", page.Text, StringComparison.Ordinal);
        Assert.Equal("pin_blocked", page.Form("back").Fields["error"]);
    }

    [Fact]
    public async Task A_blocked_card_gets_no_verify()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        for (var wrong = 0; wrong < 3; wrong++)
        {
            card.Transmit(Convert.FromHexString("0020000108" + "249999FFFFFFFFFF"));
        }

        agent.Reader.Insert(card);
        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal("pin_blocked", page.Ending);
        Assert.Equal(3, RunningAgent.Count(card, "0020000108"));
        Assert.Equal(0, agent.Prompt.Opened);
    }
}
