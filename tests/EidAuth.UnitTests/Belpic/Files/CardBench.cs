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

    public CardBench(string citizen, CardHabits? habits = null)
    {
        Card = pki.IssueCard(Citizen.All[citizen], habits);
        Reader = new SimulatedReader("Reader 00 00", pinPad: false, TimeProvider.System);
        Reader.Insert(Card);
    }

    public SimulatedCard Card { get; }

    public SimulatedReader Reader { get; }

    /// <summary>The day the card is made.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>What the handle was told so far.</summary>
    public List<string> Commands { get; } = [];

    public BelpicSession Open() => BelpicSession.Open(new HeardHandle(Reader.Connect(Reader.Name), Commands));

    /// <summary>The commands that something takes.</summary>
    public List<string> During(Action action)
    {
        var before = Commands.Count;
        action();
        return [.. Commands.Skip(before)];
    }

    public void Dispose() => pki.Dispose();
}
