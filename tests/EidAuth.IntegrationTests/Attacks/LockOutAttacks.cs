using EidAgent.Guard;
using EidAgent.Prompts;
using EidAuth.UnitTests.Agent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Sites that want a card blocked, and a person who agrees to everything and types what they are told: a wrong PIN.</summary>
internal static class LockOutAttacks
{
    // None resembles another: the person is warned of nothing.
    private static readonly string[] Sites = ["waterloo", "oostende", "arlon", "genk", "verviers"];

    /// <summary>One site after the other asks, until the card is blocked or nobody is asked any more.</summary>
    public static async Task<AttackEnd> AskUntilBlockedAsync(bool defended)
    {
        await using var agent = await RunningAgent.StartAsync(
            prompt: new WrongPins(), compose: defended ? null : services => services.Replace(ServiceDescriptor.Singleton<IPinGuard, GuardOfNothing>()));
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var end = "";
        foreach (var site in Sites)
        {
            end = (await agent.UntilEndAsync(await agent.ConsentAsync(RunningAgent.LoginAddress($"https://{site}.example.be/signin-eid")))).Ending;
        }

        return new AttackEnd(card.TriesLeft == 0, end!);
    }

    private sealed class WrongPins : IPinPrompt
    {
        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) => Task.FromResult(PinEntry.Of("9999"u8.ToArray()));
    }
}
