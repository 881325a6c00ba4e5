using EidAgent.Commands;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using EidAuth.UnitTests.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class ReadRunTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 8)]
    public async Task A_card_without_identity_file_is_not_read(bool isMissing, int code)
    {
        var readers = new TroubledReaders(RecordedCards.ReaderWith(Citizen.All["adult-18"]))
        {
            Answer = (command, answer) => isMissing && command.StartsWith("00A4", StringComparison.Ordinal) && command.EndsWith("4031", StringComparison.Ordinal) ? [0x6A, 0x82] : answer,
        };

        var (exit, output, errors) = await RunAsync(readers, testAnchors: null);

        Assert.Equal(code, exit);
        Assert.Equal(isMissing, output.Length == 0);
        Assert.Equal(isMissing, errors.Contains("no identity file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_of_roots_that_is_not_there_is_said_in_one_plain_line()
    {
        var (exit, _, errors) = await RunAsync(RecordedCards.ReaderWith(Citizen.All["adult-18"]), testAnchors: "/no/such/folder");

        Assert.Equal((int)ExitCode.Usage, exit);
        Assert.Equal("--test-anchors (or EIDAUTH_TEST_ANCHORS): There is no folder /no/such/folder.\n", errors);
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(EidAuth.PcSc.IResourceManager readers, string? testAnchors)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var run = new ReadRun(new CardOpening(readers, TimeProvider.System), CommandTexts.In(UiLanguage.English), TimeProvider.System) { Json = true, TestAnchors = testAnchors };
        var exit = await run.RunAsync(output, errors, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), errors.ToString());
    }
}
