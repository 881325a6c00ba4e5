using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.UnitTests.Simulator.Cards;

namespace EidAuth.UnitTests.Keys;

/// <summary>A citizen's card in a reader of this process, with its signature key open.</summary>
public sealed class KeyBench : IDisposable
{
    public const string ReaderName = "EidAuth Simulated Reader 00 00";
    public const string Adult17 = "adult-17";
    public const string Adult18 = "adult-18";

    public KeyBench(string citizen, ISignaturePrompt prompt, bool pinPad = false)
    {
        Card = CardTalk.Issue(citizen);
        Reader = new SimulatedReader(ReaderName, pinPad, TimeProvider.System);
        Reader.Insert(Card);
        Session = BelpicSession.Open(Reader.Connect(ReaderName));
        Key = Session.OpenSignatureKey(prompt, "nl");
    }

    public SimulatedCard Card { get; }

    public SimulatedReader Reader { get; }

    public BelpicSession Session { get; }

    public SignatureKey Key { get; }

    /// <summary>The commands from the first MSE on.</summary>
    public string[] FromMse => [.. Card.Transcript.SkipWhile(command => !command.StartsWith("0022", StringComparison.Ordinal))];

    /// <summary>How often a PIN reached the card.</summary>
    public int PinsSent => Card.Transcript.Count(command => command.StartsWith("0020", StringComparison.Ordinal) && !command.StartsWith("0020000100", StringComparison.Ordinal));

    public void Dispose()
    {
        Key.Dispose();
        Session.Dispose();
    }
}
