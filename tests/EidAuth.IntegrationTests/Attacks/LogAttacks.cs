using EidAuth.UnitTests.Agent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Somebody who gets to read the agent's log, or is sent it, wants to know where its person logs in and what goes by.</summary>
internal static class LogAttacks
{
    private static readonly string[] Told = ["loket", RunningAgent.Nonce, Uri.EscapeDataString(RunningAgent.Nonce), RunningAgent.State, "page_token"];

    public static async Task<AttackEnd> ReadLogAsync(bool defended)
    {
        await using var agent = await RunningAgent.StartAsync(compose: defended ? null : services => services.PostConfigure<LoggerFilterOptions>(filter =>
        {
            filter.Rules.Clear();
            filter.MinLevel = LogLevel.Trace;
        }));
        var end = (await agent.LogInAsync(agent.IssueCard())).Ending;
        return new AttackEnd(agent.Log.Lines.Any(line => Told.Any(told => line.Contains(told, StringComparison.Ordinal))), $"{end} none");
    }
}
