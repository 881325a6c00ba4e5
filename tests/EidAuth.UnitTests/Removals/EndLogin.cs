using EidAuth.Simulator.Cards;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>Logins at a site that asks for an end on removal.</summary>
internal static class EndLogin
{
    public const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";
    public const string OtherEnd = "BBECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    public static string Address(string returnTo, string end = End) => RunningAgent.LoginAddress(returnTo, $"&lang=en&end={end}");

    /// <summary>A login to the page whose form carries the token; the session is kept when this returns.</summary>
    public static async Task<AgentPage> RunAsync(RunningAgent agent, SimulatedCard card, string returnTo, string end = End)
    {
        if (agent.Reader.Card != card)
        {
            agent.Reader.Insert(card);
        }

        var kept = agent.KeptSessions;
        var page = await agent.ConsentAsync(Address(returnTo, end));
        (await agent.Prompt.NextOpenAsync()).Type("1234");
        page = await agent.UntilEndAsync(page);
        Assert.Equal("signed", page.Ending);
        await UntilKeptAsync(agent, kept + 1);
        return page;
    }

    public static async Task UntilKeptAsync(RunningAgent agent, int count)
    {
        for (var tries = 0; agent.KeptSessions != count; tries++)
        {
            Assert.True(tries < 1000, $"{agent.KeptSessions} sessions are kept instead of {count}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
