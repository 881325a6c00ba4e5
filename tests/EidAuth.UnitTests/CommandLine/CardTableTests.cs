using System.Text.Json;
using EidAgent.Commands;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAuth.Belpic;
using EidAuth.PcSc;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class CardTableTests
{
    [Theory]
    [InlineData(UiLanguage.Dutch, "Naam", "Rijksregisternummer", "Echt +niet gecontroleerd")]
    [InlineData(UiLanguage.French, "Nom", "Numéro national", "Authentique +non vérifié")]
    [InlineData(UiLanguage.German, "Name", "Nationalnummer", "Echt +nicht geprüft")]
    [InlineData(UiLanguage.English, "Surname", "National number", "Genuine +not checked")]
    internal async Task A_card_is_a_table_in_four_languages(UiLanguage language, string surname, string number, string genuine)
    {
        var (code, output, errors) = await RunAsync("adult-18", language, run => run);

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches($"(?m)^{surname} {{2,}}Vermeersch$", output);
        Assert.Matches($"(?m)^{number} {{2,}}85.03.14-999.96$", output);
        Assert.Matches("(?m) {2,}14.03.1985$", output);
        Assert.Matches($"(?m)^{genuine}", output);
        Assert.DoesNotContain("TEST TRUST", output);
        Assert.DoesNotContain("1234", output);
    }

    [Fact]
    public async Task A_proven_card_says_so_and_says_test_trust()
    {
        var (code, output, _) = await RunAsync("adult-17", UiLanguage.English, run => run with { Verify = true, TestAnchors = Path.Combine(SharedPki.Folder, "anchors") });

        Assert.Equal(0, code);
        Assert.StartsWith("TEST TRUST: ", output);
        Assert.Contains("Genuine          yes: signed by the National Register\n", output);
    }

    [Fact]
    public async Task An_unproven_card_is_printed_with_the_codes_and_is_no_success()
    {
        var (code, output, errors) = await RunAsync("adult-17", UiLanguage.English, run => run with { Verify = true });

        Assert.Equal((int)ExitCode.NotGenuine, code);
        Assert.Contains("Genuine          NO: NationalRegisterUntrusted\n", output);
        Assert.Equal("The card's data is not proven.\n", errors);
    }

    [Fact]
    public async Task Hostile_names_keep_to_their_line_and_are_exact_in_json()
    {
        var (_, table, _) = await RunAsync("hostile-name", UiLanguage.English, run => run);
        var (_, json, _) = await RunAsync("hostile-name", UiLanguage.English, run => run with { Json = true });

        Assert.DoesNotContain(table, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202e' or '\u2066');
        Assert.Contains("Surname          <script>alert('eid')</script>\ufffdgnortsnI\ufffd\"&\n", table);
        Assert.DoesNotContain(json, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202e' or '\u2066');
        var citizen = Citizen.All["hostile-name"];
        var read = JsonDocument.Parse(json).RootElement;
        Assert.Equal(citizen.Surname, read.GetProperty("surname").GetString());
        Assert.Equal(citizen.GivenNames, read.GetProperty("givenNames").GetString());
    }

    [Fact]
    public async Task The_photo_goes_to_a_new_file_of_this_user_alone()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-photo-");
        try
        {
            var file = Path.Combine(folder.FullName, "photo.jpg");

            var (code, output, _) = await RunAsync("adult-18", UiLanguage.English, run => run with { Photo = file });
            var (again, _, errors) = await RunAsync("adult-18", UiLanguage.English, run => run with { Photo = file });

            Assert.Equal(0, code);
            Assert.Contains($"Photo            {file}\n", output);
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "hardware-fixtures", "photo-150x195.jpg"), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.Equal((int)ExitCode.FileNotWritten, again);
            Assert.Equal("The file is there already, or cannot be written. Nothing was overwritten.\n", errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_photo_that_cannot_be_written_is_no_success()
    {
        var (code, output, _) = await RunAsync("adult-18", UiLanguage.English, run => run with { Photo = "/nonexistent/photo.jpg" });

        Assert.Equal(((int)ExitCode.FileNotWritten, ""), (code, output));
    }

    [Fact]
    public async Task A_folder_without_anchors_is_told_before_the_card_is_read()
    {
        var (code, output, errors) = await RunAsync("adult-18", UiLanguage.English, run => run with { TestAnchors = "/nonexistent" });

        Assert.Equal(((int)ExitCode.Usage, ""), (code, output));
        Assert.Contains("--test-anchors (or EIDAUTH_TEST_ANCHORS): ", errors);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string citizen, UiLanguage language, Func<ReadRun, ReadRun> with)
    {
        var reader = RecordedCards.ReaderWith(Citizen.All[citizen]);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var run = with(new ReadRun(new CardOpening(reader, TimeProvider.System), CommandTexts.In(language), TimeProvider.System));
        return (await run.RunAsync(output, errors, TestContext.Current.CancellationToken), output.ToString(), errors.ToString());
    }
}
