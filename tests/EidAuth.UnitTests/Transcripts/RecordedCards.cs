using System.Text;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing.Pki;
using EidAuth.Transcripts;

namespace EidAuth.UnitTests.Transcripts;

/// <summary>Simulated cards in front of the recorder.</summary>
internal static class RecordedCards
{
    internal static SimulatedReader ReaderWith(Citizen citizen, bool resolves = false)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: false, TimeProvider.System) { ResolvesLengths = resolves };
        reader.Insert(pki.IssueCard(citizen));
        return reader;
    }

    internal static Transcript Record(Citizen citizen, bool resolves = false)
    {
        var reader = ReaderWith(citizen, resolves);
        return CardRecorder.Record(reader.Connect(reader.Name), "simulated card", TimeProvider.System);
    }

    /// <summary>The same transcript as it comes out of its own text.</summary>
    internal static Transcript Again(this Transcript transcript) =>
        Transcript.TryParse(Encoding.UTF8.GetBytes(transcript.ToText()), out var again, out var error) ? again! : throw new InvalidOperationException(error.ToString());
}
