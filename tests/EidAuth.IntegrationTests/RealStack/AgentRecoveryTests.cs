using EidAgent.Logins;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>
/// The agent on pcscd while cards leave, change and are reset and the service dies: each login ends in a decided way, no PIN is lost or goes astray, and the same
/// agent's next login works.
/// </summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class AgentRecoveryTests(PcscFixture fixture, ITestOutputHelper output) : IClassFixture<PcscFixture>
{
    // GET CARD DATA; READ BINARY, while the window is open already; the window itself; VERIFY with a PIN; PSO.
    private static readonly string[] Moments = ["80E4", "00B0", Asked, "0020000108", "002A"];

    private const string Asked = "the PIN is asked";

    public static TheoryData<string, string, Disturbance> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, Disturbance>();
            foreach (var (i, moment) in Moments.Index())
            {
                foreach (var disturbance in Enum.GetValues<Disturbance>())
                {
                    cases.Add((i + (int)disturbance) % 2 == 0 ? "adult-18" : "adult-17", moment, disturbance);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_agent_recovers_by_itself(string citizen, string moment, Disturbance disturbance)
    {
        await using var bench = await Bench.StartAsync(fixture, citizen);
        await using var agent = new RealAgent(fixture.Readers);
        var reached = moment == Asked ? null : bench.Card.HoldAt(moment);
        var attempt = agent.Begin();
        if (reached is null)
        {
            var window = await agent.NextWindowAsync(attempt);
            Assert.NotNull(window);
            await UntilReadAsync(bench.Card.Card);
            await bench.DisturbAsync(disturbance);
            await bench.RestoreAsync(disturbance);

            // The agent closes the window when it learns what happened. A reset is told nobody before the next command, and a swap that is faster than the
            // service looks neither: then the person types, and the PIN goes nowhere.
            await Task.WhenAny(window.Task, Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken));
            agent.Type(window);
        }
        else
        {
            var typing = agent.EndAsync(attempt);
            Assert.Same(reached, await Task.WhenAny(reached, typing).WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken));
            await bench.DisturbAsync(disturbance);
            await bench.RestoreAsync(disturbance);
            await typing;
        }

        var ended = await agent.EndAsync(attempt);
        output.WriteLine($"{citizen}, {moment}, {disturbance}: {ended}");
        Assert.Contains(ended, Expected(moment, disturbance));
        Assert.True(ended == LoginEnding.Signed || bench.Other is not { PinCommands: > 0 }, "a PIN went to the card that took the other's place");
        Assert.True(moment != Asked || bench.Card.PinCommands == 0, "a PIN was sent");
        AssertNothingLost(bench, agent);

        Assert.Equal(LoginEnding.Signed, await agent.EndAsync(agent.Begin()));
        AssertNothingLost(bench, agent);
    }

    private static LoginEnding[] Expected(string moment, Disturbance disturbance) => (moment, disturbance) switch
    {
        // Before the card was read nothing is lost: the login waits for it again.
        ("80E4", Disturbance.Pull or Disturbance.Swap) => [LoginEnding.Signed],
        ("80E4", Disturbance.Kill) => [LoginEnding.Signed, LoginEnding.ServiceLost],
        (_, Disturbance.Pull or Disturbance.Swap) => [LoginEnding.CardRemoved],

        // A reset waits until our transaction has ended, and the login's last command is in it. Between the transactions of a read it finds its place, or not.
        ("0020000108" or "002A", Disturbance.Reset) => [LoginEnding.Signed],
        ("80E4" or "00B0", Disturbance.Reset) => [LoginEnding.CardReset, LoginEnding.Signed],
        (_, Disturbance.Reset) => [LoginEnding.CardReset],
        _ => [LoginEnding.ServiceLost, LoginEnding.ReaderLost],
    };

    private static async Task UntilReadAsync(SimulatedCard card)
    {
        for (var (known, quiet) = (-1, 0); quiet < 5; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            (known, quiet) = (card.CommandsSeen, card.CommandsSeen == known ? quiet + 1 : 0);
        }
    }

    private static void AssertNothingLost(Bench bench, RealAgent agent)
    {
        Assert.InRange(bench.Card.PinCommands + (bench.Other?.PinCommands ?? 0), 0, agent.Entries);
        foreach (var card in new[] { bench.Card.Card, bench.Other?.Card }.OfType<SimulatedCard>())
        {
            Assert.Equal((3, SecurityState.None), (card.TriesLeft, card.SecurityState));
        }
    }
}
