using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>A reader on the bench: its clock, real cards, and hexadecimal for bytes.</summary>
internal sealed class ReaderBench : IDisposable
{
    public const string Name = "EidAuth Simulated Reader 00 00";
    public const string RightPin = "0020000108241234FFFFFFFFFF";
    public const string UseAuthenticationKey = "002241B6050480408482";
    public static readonly string Sign = "002A9E9A30" + new string('5', 96);

    private readonly TestPki pki;

    public ReaderBench(bool pinPad = true, PinPadRoad road = PinPadRoad.Direct, string name = Name)
    {
        pki = SharedPki.Open(Clock);
        Reader = new SimulatedReader(name, pinPad, Clock) { PinPadRoad = road };
    }

    public ManualTimeProvider Clock { get; } = new();

    public SimulatedReader Reader { get; }

    public SimulatedCard Card(string citizen = "adult-18") => pki.IssueCard(Citizen.All[citizen]);

    public SimulatedCard Insert(string citizen = "adult-18")
    {
        var card = Card(citizen);
        Reader.Insert(card);
        return card;
    }

    public ICardHandle Connect() => Reader.Connect(Reader.Name);

    /// <summary>Waits until the panel is as wanted.</summary>
    public async Task<ReaderPanel> PanelAsync(Func<ReaderPanel, bool> wanted)
    {
        var panel = Reader.Panel;
        while (!wanted(panel))
        {
            panel = await Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        return panel;
    }

    public void Type(params KeypadKey[] keys) => Array.ForEach(keys, Reader.Press);

    public void Dispose() => pki.Dispose();
}
