using EidAgent.Logins;
using EidAuth.Belpic;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>Two readers, two cards, at once.</summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class SeveralReadersTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    [Fact]
    public async Task Two_cards_are_read_at_once_each_as_its_own()
    {
        await using var both = await TwoCards.InsertAsync(fixture);

        var reads = await Task.WhenAll(
            Task.Run(() => Read(PrivatePcscd.FirstReader), TestContext.Current.CancellationToken),
            Task.Run(() => Read(PrivatePcscd.SecondReader), TestContext.Current.CancellationToken));

        Assert.Equal(["adult-18", "adult-17"], reads.Select(read => Citizen.All.Values.Single(citizen => citizen.NationalNumber == read.Identity!.NationalNumber).Id));
        Assert.Equal([AppletVersion.V18, AppletVersion.V17], reads.Select(read => read.Applet));
    }

    [Fact]
    public async Task A_card_that_leaves_one_reader_does_not_disturb_the_other()
    {
        await using var both = await TwoCards.InsertAsync(fixture);
        var reached = both.First.HoldAt("00B00500");
        var left = Task.Run(() => Read(PrivatePcscd.FirstReader), TestContext.Current.CancellationToken);
        await reached.WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken);

        var stayed = Task.Run(() => Read(PrivatePcscd.SecondReader), TestContext.Current.CancellationToken);
        await both.Stays[0].RemoveAsync();
        both.First.Release();

        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => left)).Fault);
        Assert.Equal(Citizen.All["adult-17"].NationalNumber, (await stayed.WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken)).Identity!.NationalNumber);
    }

    [Fact]
    public async Task A_login_uses_one_card_and_leaves_the_other_alone_and_goes_on_with_it_when_the_first_is_gone()
    {
        await using var both = await TwoCards.InsertAsync(fixture);
        await using var agent = new RealAgent(fixture.Readers);

        Assert.Equal(LoginEnding.Signed, await agent.EndAsync(agent.Begin()));
        Assert.Equal((1, 0), (both.First.PinCommands, both.Second.PinCommands));

        await both.Stays[0].RemoveAsync();
        await fixture.UntilEmptyAsync();
        Assert.Equal(LoginEnding.Signed, await agent.EndAsync(agent.Begin()));
        Assert.Equal((1, 1), (both.First.PinCommands, both.Second.PinCommands));
    }

    [Fact]
    public async Task A_login_does_not_mind_what_happens_in_the_other_reader()
    {
        await using var both = await TwoCards.InsertAsync(fixture);
        await using var agent = new RealAgent(fixture.Readers);
        var reached = both.First.HoldAt("0020000108");
        var attempt = agent.Begin();
        var ending = agent.EndAsync(attempt);
        await reached.WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken);

        await both.Stays[1].RemoveAsync();
        await fixture.UntilEmptyAsync(PrivatePcscd.SecondReader);
        both.First.Release();

        Assert.Equal(LoginEnding.Signed, await ending);
    }

    private CardContent Read(string reader)
    {
        using var session = BelpicSession.Open(fixture.Readers.Connect(reader));
        return session.ReadContent(CardParts.Holder);
    }

    private sealed class TwoCards : IAsyncDisposable
    {
        private readonly PcscFixture fixture;

        private TwoCards(PcscFixture fixture) => this.fixture = fixture;

        public HeldCard First { get; } = HeldCard.Of("adult-18");

        public HeldCard Second { get; } = HeldCard.Of("adult-17");

        public List<TestCard> Stays { get; } = [];

        public static async Task<TwoCards> InsertAsync(PcscFixture fixture)
        {
            await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == CardPresence.Empty);
            await fixture.UntilAsync(PrivatePcscd.SecondReader, state => state.Presence == CardPresence.Empty);
            var both = new TwoCards(fixture);
            both.Stays.Add(await both.First.InsertAsync(fixture));
            both.Stays.Add(await both.Second.InsertAsync(fixture, slot: 1));
            await fixture.UntilPresentAsync();
            await fixture.UntilPresentAsync(PrivatePcscd.SecondReader);
            return both;
        }

        public async ValueTask DisposeAsync()
        {
            First.Release();
            foreach (var stay in Stays)
            {
                await stay.DisposeAsync();
            }

            await fixture.UntilEmptyAsync();
            await fixture.UntilEmptyAsync(PrivatePcscd.SecondReader);
        }
    }
}
