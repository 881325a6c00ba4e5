using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Testing.Pki;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>A citizen's card in a reader of this process.</summary>
internal sealed class CardBench : IDisposable
{
    private readonly TestPki pki = SharedPki.Open(TimeProvider.System);

    public CardBench(string citizen, IReadOnlyDictionary<string, Citizen>? others = null)
        : this((others ?? Citizen.All)[citizen])
    {
    }

    public CardBench(Citizen citizen)
    {
        Card = pki.IssueCard(citizen);
        Reader = new SimulatedReader("Reader 00 00", pinPad: false, TimeProvider.System);
        Reader.Insert(Card);
    }

    public SimulatedCard Card { get; }

    public SimulatedReader Reader { get; }

    /// <summary>The day the card is made.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public BelpicSession Open() => BelpicSession.Open(Reader.Connect(Reader.Name));

    /// <summary>The commands that something takes.</summary>
    public List<string> During(Action action)
    {
        var before = Card.Transcript.Count;
        action();
        return [.. Card.Transcript.Skip(before)];
    }

    public void Dispose() => pki.Dispose();
}
