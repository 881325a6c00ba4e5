using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The card leaves while a PIN is asked: nothing is verified, on this card or another, and the agent goes on serving.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class RemovalTests
{
    [Fact]
    public async Task Pulling_the_card_closes_the_pin_window()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        agent.Reader.Remove();
        page = await agent.UntilEndAsync(page);

        AssertExplains("card_removed", "card_removed", page);
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task Swapping_the_card_closes_the_pin_window_and_leaves_the_other_card_alone()
    {
        await using var agent = await RunningAgent.StartAsync();
        var (card, other) = (agent.IssueCard(), agent.IssueCard("adult-17"));
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        agent.Reader.Insert(other);
        page = await agent.UntilEndAsync(page);

        AssertExplains("card_removed", "card_removed", page);
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Empty(other.Transcript);
        Assert.Equal(3, other.TriesLeft);
        Assert.Equal("signed", (await agent.LogInAsync(other)).Ending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pin_that_was_typed_as_the_card_left_goes_to_no_card(bool swapped)
    {
        var late = new LatePrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: late);
        var (card, other) = (agent.IssueCard(), agent.IssueCard("adult-17"));
        agent.Reader.Insert(card);
        late.BeforeAnswer = () =>
        {
            agent.Reader.Remove();
            if (swapped)
            {
                agent.Reader.Insert(other);
            }
        };

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        AssertExplains("card_removed", "card_removed", page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Empty(other.Transcript);
    }

    [Fact]
    public async Task The_same_card_put_in_again_is_not_the_same_login()
    {
        var late = new LatePrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: late);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        late.BeforeAnswer = () =>
        {
            agent.Reader.Remove();
            agent.Reader.Insert(card);
        };

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        AssertExplains("card_removed", "card_removed", page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    [Fact]
    public async Task A_reset_by_another_program_while_the_window_is_open_ends_the_login_before_the_pin_is_sent()
    {
        var late = new LatePrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: late);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        late.BeforeAnswer = () => agent.Reader.Connect(agent.Reader.Name).Dispose();

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        AssertExplains("card_reset", "card_removed", page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task Pulling_the_card_while_the_keypad_waits_ends_the_login()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4);

        agent.Reader.Remove();
        page = await agent.UntilEndAsync(page);

        AssertExplains("card_removed", "card_removed", page);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    private static void AssertExplains(string ending, string error, AgentPage page)
    {
        Assert.Equal((ending, ending), (page.Ending, page.Code));
        Assert.Equal(error, page.Form("back").Fields["error"]);
        Assert.False(page.GoesBackAtOnce);
    }

    /// <summary>A window whose person types at the very moment that something happens to the card, and which nobody closes in time.</summary>
    private sealed class LatePrompt : IPinPrompt
    {
        public Action BeforeAnswer { get; set; } = () => { };

        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
        {
            BeforeAnswer();
            return Task.FromResult(PinEntry.Of([.. "1234"u8]));
        }
    }
}
