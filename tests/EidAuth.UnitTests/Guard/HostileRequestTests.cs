using System.Net;
using EidAgent.Guard;
using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.Guard;

/// <summary>A hundred hostile requests leave the card's counter where it was; without the guard, a person who types what is asked loses the card to them.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class HostileRequestTests
{
    private const int Many = 100;

    [Fact]
    public async Task A_hundred_requests_of_every_kind_send_no_verify()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        for (var i = 0; i < Many; i++)
        {
            var page = await agent.Browser.OpenAsync(Address(i));
            await PressAsync(agent, page, i);
        }

        Assert.Equal((0, 3), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_hundred_logins_that_a_person_agrees_to_and_stops_send_no_verify()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        for (var i = 0; i < Many; i++)
        {
            var page = await agent.ConsentAsync(Address(i));
            await StopAsync(agent, page, i);
            await agent.UntilEndAsync(page);
        }

        Assert.Equal((0, 3), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task After_two_wrong_pins_a_hundred_more_logins_reach_no_verify()
    {
        await using var agent = await RunningAgent.StartAsync();
        var (endings, card) = await TypeWrongAsync(agent);

        Assert.All(endings, ending => Assert.Equal("last_try_kept", ending));
        Assert.Equal((2, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
        Assert.Equal(2, agent.Prompt.Opened);
    }

    [Fact]
    public async Task Without_the_guard_the_same_hundred_block_the_card()
    {
        await using var agent = await RunningAgent.StartAsync(compose: services => services.AddSingleton<IPinGuard, OpenGuard>());
        var (endings, card) = await TypeWrongAsync(agent);

        Assert.All(endings, ending => Assert.Equal("pin_blocked", ending));
        Assert.Equal((3, 0), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    [Fact]
    public async Task Two_agents_share_the_cards_own_counter()
    {
        await using var one = await RunningAgent.StartAsync();
        await using var other = await RunningAgent.StartAsync(sharedReader: one.Reader);
        var card = one.IssueCard();
        one.Reader.Insert(card);
        for (var i = 0; i < 2; i++)
        {
            var agent = i == 0 ? one : other;
            var page = await agent.ConsentAsync(Address(i));
            (await agent.Prompt.NextAsync()).Type("9999");
            if (i == 0)
            {
                var again = await agent.Prompt.NextAsync();
                await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(page.LoginAt)).Form("cancel"));
                Assert.True((await again.Answer).Outcome == PinEntryOutcome.Cancelled);
            }

            await agent.UntilEndAsync(page);
            await agent.UntilFreeAsync(await agent.Browser.OpenAsync(Address(i)));
        }

        // Each typed one wrong PIN; neither knows of the other, and the card tells both.
        Assert.Equal("last_try_kept", (await one.UntilEndAsync(await one.ConsentAsync(Address(5)))).Ending);
        Assert.Equal("last_try_kept", (await other.UntilEndAsync(await other.ConsentAsync(Address(6)))).Ending);
        Assert.Equal((2, 1), (RunningAgent.Count(card, "0020000108"), card.TriesLeft));
    }

    private static string Address(int i) => RunningAgent.LoginAddress($"https://site{i % 25}.example.be/signin-eid");

    // What a page can do: open addresses and post forms; and what it cannot, tried all the same.
    private static async Task PressAsync(RunningAgent agent, AgentPage page, int i)
    {
        var form = page.Form("continue");
        var answer = (i % 6) switch
        {
            0 => await agent.Browser.SubmitAsync(form, ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site")),
            1 => await agent.Browser.SubmitAsync(form with { Fields = new Dictionary<string, string>() }),
            2 => await agent.Browser.SubmitAsync(new AgentForm("/pin/start", form.Fields)),
            3 => await agent.Browser.SubmitAsync(new AgentForm("/pin/start", form.Fields), ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site")),
            4 => await agent.Browser.OpenAsync("/pin/start?lang=en"),
            _ => await agent.Browser.OpenAsync(form.Action),
        };
        Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{i}: {answer.Status}");
    }

    // Cancelled on the page, cancelled in the window, closed by time, the window gone.
    private static async Task StopAsync(RunningAgent agent, AgentPage page, int i)
    {
        var window = await agent.Prompt.NextOpenAsync();
        switch (i % 4)
        {
            case 0:
                await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(page.LoginAt)).Form("cancel"));
                break;
            case 1:
                window.End(PinEntryOutcome.Cancelled);
                break;
            case 2:
                window.End(PinEntryOutcome.TimedOut);
                break;
            default:
                window.End(PinEntryOutcome.Unavailable);
                break;
        }
    }

    // A person who agrees to everything and types a wrong PIN whenever one is asked.
    private static async Task<(List<string?> Endings, SimulatedCard Card)> TypeWrongAsync(RunningAgent agent)
    {
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var person = Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    (await agent.Prompt.NextAsync().AsTask().WaitAsync(over.Token)).Type("9999");
                }
            },
            over.Token);
        var endings = new List<string?>();
        for (var i = 0; i <= Many; i++)
        {
            endings.Add((await agent.UntilEndAsync(await agent.ConsentAsync(Address(i)))).Ending);
        }

        await over.CancelAsync();
        await person.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (endings, card);
    }

    private sealed class OpenGuard : IPinGuard
    {
        public PinVerdict Judge(Origin site, ReadOnlySpan<byte> chipNumber, int? triesLeft) => PinVerdict.Allowed;

        public void Wrong(Origin? site, ReadOnlySpan<byte> chipNumber, int triesLeft)
        {
        }

        public void Right(ReadOnlySpan<byte> chipNumber)
        {
        }

        public void Lift(ReadOnlySpan<byte> chipNumber)
        {
        }

        public void Unanswered(ReadOnlySpan<byte> chipNumber)
        {
        }
    }
}
