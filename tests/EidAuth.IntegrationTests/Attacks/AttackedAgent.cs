using System.Net;
using EidAgent.Gate;
using EidAgent.Peer;
using EidAuth.Simulator.Cards;
using EidAuth.UnitTests.Agent;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>An agent with a card in its reader that is attacked: as it is, or put together without a defence.</summary>
internal static class AttackedAgent
{
    /// <summary>A name that leads to this computer, in attacks that need one.</summary>
    public const string ReboundName = "rebind.example";

    /// <summary>
    /// Plays an attack that is to end before anybody consents: where it is refused the card has heard nothing, no window opened, and an honest login succeeds. Whatever comes of it, no try is
    /// used and the log names nobody.
    /// </summary>
    /// <param name="defended">As it is.</param>
    /// <param name="without">What is taken away where it is not.</param>
    /// <param name="attack">What is tried.</param>
    /// <param name="findOwner">Whose a connection is.</param>
    public static async Task<AttackEnd> PlayAsync(
        bool defended, Action<IServiceCollection> without, Func<RunningAgent, Task<AttackEnd>> attack, Func<IPEndPoint, IPEndPoint, PeerOwner>? findOwner = null)
    {
        await using var agent = await RunningAgent.StartAsync(findOwner: findOwner, compose: defended ? null : without);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var end = await attack(agent);
        if (defended)
        {
            await AssertUnharmedAsync(agent, card);
        }

        Assert.Equal(3, card.TriesLeft);
        Assert.All(
            [RunningAgent.Nonce, RunningAgent.State, "loket", "attacker", "foreign.example", ReboundName],
            told => Assert.DoesNotContain(agent.Log.Lines, line => line.Contains(told, StringComparison.Ordinal)));
        return end;
    }

    /// <summary>The card heard nothing of the attack, no window opened, and an honest login succeeds.</summary>
    public static async Task AssertUnharmedAsync(RunningAgent agent, SimulatedCard card)
    {
        Assert.Empty(card.Transcript);
        Assert.Equal(0, agent.Prompt.Opened);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    /// <summary>Takes one check of the gate away.</summary>
    public static void Without<TCheck>(IServiceCollection services)
        where TCheck : IRequestCheck
    {
        var one = Assert.Single(services, service => service.ServiceType == typeof(IRequestCheck) && service.ImplementationType == typeof(TCheck));
        services.Remove(one);
    }
}
