using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Faults;

/// <summary>A card in a reader on a clock that never lets anybody wait.</summary>
internal sealed class FaultWorld
{
    public const string Pin = "1234";

    private static readonly Lazy<TrustAnchors> TestAnchors = new(() =>
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return TrustAnchors.FromTestFolder(pki.AnchorsFolder);
    });

    public FaultWorld(string citizen)
    {
        Card = CardTalk.Issue(citizen);
        Reader = new SimulatedReader("Simulated Reader 00 00", pinPad: false, Clock);
    }

    public static TrustAnchors Anchors => TestAnchors.Value;

    public HurriedTimeProvider Clock { get; } = new();

    public SimulatedCard Card { get; }

    public SimulatedReader Reader { get; }

    /// <summary>Which of these PINs the card takes now. A wrong one costs a try, which the right one gives back when it is asked last: see <see cref="GiveTriesBack"/>.</summary>
    public List<string> PinsThatWork(params string[] candidates)
    {
        var working = new List<string>();
        foreach (var pin in candidates)
        {
            Card.Reset();
            if (Card.Say($"0020000108{Convert.ToHexString(PinBlock.Of(pin))}") == "9000")
            {
                working.Add(pin);
            }
        }

        Card.Reset();
        return working;
    }

    /// <summary>The right PIN gives all tries back.</summary>
    public void GiveTriesBack(string pin) => Assert.Equal([pin], PinsThatWork(pin));
}
