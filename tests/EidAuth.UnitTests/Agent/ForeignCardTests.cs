using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Another maker's card belongs to another program: its answer to reset says enough, and a connection would end in a reset of it.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ForeignCardTests
{
    [Fact]
    public async Task A_login_does_not_connect_to_it()
    {
        await using var agent = await RunningAgent.StartAsync(readers: Between);
        agent.Reader.Insert(agent.IssueCard());

        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "NotBelgian");

        Assert.Null(page.Ending);
    }

    [Fact]
    public async Task A_program_that_opens_the_first_card_does_not_connect_to_it()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());

        Assert.Equal(CardFault.NotBelgian, Assert.Throws<CardException>(() => BelpicSession.OpenFirst(Between(agent.Reader))).Fault);
    }

    // A connection would be told from the card's answer to reset: it ends otherwise.
    private static TroubledReaders Between(SimulatedReader reader) =>
        new(reader) { OnConnect = CardFault.Protocol, Look = state => state with { Atr = new byte[] { 0x3B, 0x00 } } };
}
