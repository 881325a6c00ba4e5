using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

/// <summary>Records simulated cards and plays the recordings; with EIDAUTH_WRITE_TRANSCRIPTS=1 writes them to hardware-fixtures/transcripts too.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class SimulatedTranscriptTests
{
    public static TheoryData<string, string, bool> Readings => new()
    {
        { "simulated-1.0-read.txt", "adult-10", false },
        { "simulated-1.1-read.txt", "adult-11", false },
        { "simulated-1.7-read.txt", "adult-17", false },
        { "simulated-1.7-rekeyed-read.txt", "rekeyed-17", false },
        { "simulated-1.7-address-117-read.txt", "address-117", false },
        { "simulated-1.8-read.txt", "adult-18", false },
        { "simulated-1.8-every-field-read.txt", "every-field", false },
        { "simulated-1.7-reader-resolves-lengths.txt", "adult-17", true },
        { "simulated-1.8-reader-resolves-lengths.txt", "adult-18", true },
        { "simulated-1.8-not-activated.txt", "not-activated", false },
        { "simulated-1.8-no-certificate.txt", "child", false },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_card_that_is_recorded_and_played_is_read(string name, string citizen, bool resolves) =>
        CheckAndWrite(name, RecordedCards.Record(Citizen.All[citizen], resolves));

    [Theory]
    [InlineData("simulated-1.7-login.txt", "adult-17")]
    [InlineData("simulated-1.8-login.txt", "adult-18")]
    public void A_login_that_is_recorded_and_played_comes_up_to_verify(string name, string citizen)
    {
        var reader = RecordedCards.ReaderWith(Citizen.All[citizen]);
        var recording = new RecordingHandle(reader.Connect(reader.Name));
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        using (var session = BelpicSession.Open(recording))
        {
            var tries = session.ReadTriesLeft();
            Assert.IsType<LoginSignature.Completed>(session.SignLogin(new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), "1234"u8, tries));
        }

        CheckAndWrite(name, recording.ToTranscript("simulated card", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), TranscriptExpectation.Login));
    }

    private static void CheckAndWrite(string name, Transcript transcript)
    {
        RecordedCardCheck.ComesToItsExpectation(transcript.Again());
        if (Environment.GetEnvironmentVariable("EIDAUTH_WRITE_TRANSCRIPTS") == "1")
        {
            File.WriteAllText(Path.Combine(TranscriptFolder.Path, name), transcript.ToText());
        }
    }
}
