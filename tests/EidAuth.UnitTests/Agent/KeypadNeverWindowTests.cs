using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>A reader with a keypad is where the PIN is typed, and nothing that goes wrong there opens a window instead.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class KeypadNeverWindowTests
{
    private static readonly KeypadKey[] Right = [KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok];
    private static readonly KeypadKey[] Wrong = [KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.D9, KeypadKey.Ok];

    [Fact]
    public async Task After_a_wrong_PIN()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var (card, page) = await BeginAsync(agent);

        await LoginFlowTests.TypeAsync(agent, Wrong);
        await agent.UntilStepAsync(page, "PinOnKeypad");
        while (card.TriesLeft == 3)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await LoginFlowTests.TypeAsync(agent, Right);

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Theory]
    [InlineData(FaultKind.Removed, "card_removed")]
    [InlineData(FaultKind.RemovedAfter, "card_removed")]
    [InlineData(FaultKind.Reset, "card_reset")]
    [InlineData(FaultKind.Mute, "card_mute")]
    [InlineData(FaultKind.WrongStatus, "card_protocol")]
    public async Task When_the_card_fails_at_the_very_PIN(FaultKind fault, string ending)
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var (_, page) = await BeginAsync(agent);
        await LoginFlowTests.TypeAsync(agent, Right[..^1]);

        agent.Reader.Plan(new PlannedFault(fault, AtCommand: 1));
        agent.Reader.Press(KeypadKey.Ok);

        Assert.Equal(ending, (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Fact]
    public async Task When_the_card_is_pulled_out_with_half_a_PIN_typed()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var (card, page) = await BeginAsync(agent);
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2);

        agent.Reader.Remove();

        Assert.Equal("card_removed", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal((0, 3), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Fact]
    public async Task When_nobody_finishes_the_PIN()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var (card, page) = await BeginAsync(agent);
        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2);

        agent.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("pin_timed_out", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal((0, 3), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Fact]
    public async Task When_it_is_cancelled_there()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var (card, page) = await BeginAsync(agent);

        await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.Cancel);

        Assert.Equal("cancelled", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal((0, 3), (agent.Prompt.Opened, card.TriesLeft));
    }

    [Theory]
    [InlineData(true, "PinOnKeypad", 0)]
    [InlineData(false, "PinInWindow", 1)]
    public async Task The_readers_own_features_decide_and_nothing_else(bool pinPad, string step, int windows)
    {
        await using var agent = await RunningAgent.StartAsync(pinPad);
        agent.Reader.Insert(agent.IssueCard());

        await agent.UntilStepAsync(await agent.ConsentAsync(), step);

        if (windows > 0)
        {
            await agent.Prompt.NextAsync();
        }

        Assert.Equal(windows, agent.Prompt.Opened);
    }

    private static async Task<(SimulatedCard Card, AgentPage Page)> BeginAsync(RunningAgent agent)
    {
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        return (card, await agent.UntilStepAsync(await agent.ConsentAsync(), "PinOnKeypad"));
    }
}
