using EidAgent.Logins;
using EidAgent.Removals;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Removals;

[Trait("Group", TestGroup.Town)]
public sealed class LostCardsTests : IDisposable
{
    private readonly SimulatedReader reader = new("Simulated Reader 00 00", pinPad: false, TimeProvider.System);
    private readonly CardTurn turn = new();
    private readonly SimulatedCard card;

    public LostCardsTests()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        card = pki.IssueCard(Citizen.All["adult-18"]);
        reader.Insert(card);
    }

    [Fact]
    public async Task A_card_is_found_by_its_number_and_looked_at_once()
    {
        var lost = new LostCards(reader, turn);
        var session = Lost(ChipNumber());
        var commands = card.Transcript.Count;

        Assert.False(await lost.FindAsync([session], reader.ListReaders()));
        var looked = card.Transcript.Count;
        var other = Lost(new byte[16]);
        Assert.False(await lost.FindAsync([other], reader.ListReaders()));

        Assert.Null(session.LostSince);
        Assert.Equal(reader.ListReaders()[0], session.Card.Reader);
        Assert.NotNull(other.LostSince);
        Assert.True(looked > commands);
        Assert.Equal(looked, card.Transcript.Count);
    }

    [Fact]
    public async Task While_a_login_has_the_turn_the_card_hears_nothing_and_is_looked_at_later()
    {
        var lost = new LostCards(reader, turn);
        var session = Lost(ChipNumber());
        var commands = card.Transcript.Count;
        using (await turn.TakeAsync(TestContext.Current.CancellationToken))
        {
            Assert.True(await lost.FindAsync([session], reader.ListReaders()));
            Assert.Equal(commands, card.Transcript.Count);
            Assert.NotNull(session.LostSince);
        }

        Assert.False(await lost.FindAsync([session], reader.ListReaders()));
        Assert.Null(session.LostSince);
    }

    [Fact]
    public async Task An_empty_reader_has_nothing_to_look_at()
    {
        var session = Lost(ChipNumber());
        reader.Remove();

        Assert.False(await new LostCards(reader, turn).FindAsync([session], reader.ListReaders()));
        Assert.NotNull(session.LostSince);
    }

    public void Dispose() => turn.Dispose();

    private byte[] ChipNumber()
    {
        using var session = EidAuth.Belpic.BelpicSession.Open(reader.Connect(reader.Name));
        return session.ChipNumber.ToArray();
    }

    private KeptSession Lost(byte[] chipNumber)
    {
        var session = new KeptSession(
            EndLogin.End, new Uri("https://loket.example.be/signin-eid/end"), new SeenCard(chipNumber, reader.ListReaders()[0] with { EventCounter = 9 }), TimeSpan.MaxValue);
        session.Lose(TimeSpan.Zero);
        return session;
    }
}
