using EidAgent.Commands;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Pcsc;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class RecordCommandTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    [Fact]
    public async Task A_card_is_recorded_without_its_holder_and_can_be_played()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("eidauth-record-");
        try
        {
            var file = Path.Combine(folder.FullName, "card.txt");
            await using var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-17", cancellation);

            var recorded = await AgentCommand.RunAsync(fixture.Pcscd, null, "record", file);
            var again = await AgentCommand.RunAsync(fixture.Pcscd, null, "record", file);

            Assert.True(recorded.ExitCode == 0, recorded.All);
            Assert.Equal((int)ExitCode.FileNotWritten, again.ExitCode);
            var written = await File.ReadAllBytesAsync(file, cancellation);
            var citizen = Citizen.All["adult-17"];
            Assert.Empty(CanarySearch.In(
                written, [Canary.NationalNumber(citizen.NationalNumber), Canary.Text("surname", citizen.Surname), Canary.Text("names", citizen.GivenNames), Canary.Text("street", citizen.Address.Street)]));
            Assert.NotEmpty(CanarySearch.In(written, [Canary.Text("planted", "80010100008")]));
            Assert.True(Transcript.TryParse(written, out var transcript, out var error), error.ToString());
            Assert.Equal(("Virtual PCD 00 00", "1.7", TranscriptExpectation.Read), (transcript!.Reader, transcript.Applet, transcript.Expectation));
            using var played = BelpicSession.Open(new ReplayingHandle(transcript));
            Assert.Equal("80010100008", played.ReadContent().Identity!.NationalNumber);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
