using System.Diagnostics;
using EidAgent.Logins;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Faults;

/// <summary>The agent's whole login under every fault at every command: it ends in a decided way, and the same agent's next login works.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class AgentFaultTests
{
    // What a fault of card or road may end a login with. Nobody cancelled, nothing timed out unseen, and the agent has no defect.
    private static readonly LoginEnding[] Decided =
    [
        LoginEnding.Signed, LoginEnding.CardRemoved, LoginEnding.CardReset, LoginEnding.CardMute, LoginEnding.CardProtocol, LoginEnding.CardBusy,
        LoginEnding.NotActivated,

        // Of 1.7, when the question for the tries left was answered with something else.
        LoginEnding.LastTryKept,
    ];

    [Theory]
    [InlineData("adult-17", false)]
    [InlineData("adult-17", true)]
    [InlineData("adult-18", false)]
    [InlineData("adult-18", true)]
    public async Task Every_fault_at_every_command_of_an_agents_login_is_met(string citizen, bool keypad)
    {
        var card = CardTalk.Issue(citizen);
        var commands = await CountAsync(card, keypad);
        var cases = FaultCase.All(commands).ToList();
        var failures = new List<string>();
        var watch = Stopwatch.StartNew();
        foreach (var one in cases)
        {
            failures.AddRange((await RunAsync(card, keypad, one)).Select(what => $"{one}: {what}"));
        }

        var name = $"agent's login of {citizen} {(keypad ? "on a keypad" : "in a window")}";
        FaultCount.Add(cases.Count);
        Figures.Add($"fault matrix, {name}, cases over {commands} commands", cases.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {cases.Count} cases over {commands} commands in {watch.Elapsed}");
        Assert.True(failures.Count == 0, $"{failures.Count} faults of the {name}, {commands} commands:\n{string.Join('\n', failures)}");
    }

    private static async Task<int> CountAsync(SimulatedCard card, bool keypad)
    {
        await using var world = new AgentFaultWorld(card, keypad);
        world.Reader.Insert(card);
        var known = card.CommandsSeen;
        Assert.Equal(LoginEnding.Signed, (await world.LogInAsync())?.Progress.Ending);
        return card.CommandsSeen - known;
    }

    private static async Task<List<string>> RunAsync(SimulatedCard card, bool keypad, FaultCase one)
    {
        await using var world = new AgentFaultWorld(card, keypad);
        world.Reader.Insert(card);
        var (known, spent) = (card.Transcript.Count, card.PinTriesSpent);
        card.Plan(one.Fault);
        var wrong = Judge(await world.LogInAsync(), Decided).ToList();
        if (card.Planned.Count > 0)
        {
            wrong.Add("the fault never came");
        }

        var pinCommands = card.Transcript.Skip(known).Count(command => command.StartsWith("0020000108", StringComparison.Ordinal));
        if (pinCommands > world.Entries || card.PinTriesSpent != spent || card.TriesLeft != 3)
        {
            wrong.Add($"{pinCommands} VERIFY for {world.Entries} entries, {card.PinTriesSpent - spent} tries spent, {card.TriesLeft} left");
        }

        if (world.Reader.Card is not null && !card.IsMute && card.SecurityState != SecurityState.None)
        {
            wrong.Add($"the card is left with {card.SecurityState}");
        }

        card.ClearPlan();
        if (world.Reader.Card is null)
        {
            world.Reader.Insert(card);
        }

        wrong.AddRange(Judge(await world.LogInAsync(), [LoginEnding.Signed]).Select(what => "the next one: " + what));
        return wrong;
    }

    private static IEnumerable<string> Judge(LoginAttempt? attempt, LoginEnding[] decided)
    {
        if (attempt?.Progress.Ending is not { } ending)
        {
            yield return "it hangs";
        }
        else if (!decided.Contains(ending))
        {
            yield return "ended with " + ending;
        }
        else if (ending == LoginEnding.Signed && AgentFaultWorld.Refusal(attempt.Result!) is { } refusal)
        {
            yield return "a token that the site refuses: " + refusal;
        }
    }
}
