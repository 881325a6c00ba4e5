using System.Text.Json;
using EidAgent.Data;
using EidAgent.Diary;
using EidAuth.IntegrationTests.CommandLine;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Agent;

/// <summary>The verbs <c>sites</c> and <c>diary</c>, as processes of their own.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class KeptCommandTests : IDisposable
{
    private const string Site = "https://loket.example.be";

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-kept-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(home.FullName, "eidauth");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Sites_are_blocked_listed_unblocked_and_forgotten()
    {
        Assert.Equal((0, "Done."), await RunAsync("sites", "block", Site));
        var (status, listed) = await RunAsync("sites", "list", "--json");
        var site = Assert.Single(JsonDocument.Parse(listed).RootElement.GetProperty("sites").EnumerateArray());
        Assert.Equal((0, Site, "blocked", 0), (status, site.GetProperty("origin").GetString(), site.GetProperty("state").GetString(), site.GetProperty("times").GetInt32()));
        Assert.StartsWith(Site + "  geblokkeerd · ", (await RunAsync("sites", "list", "--lang", "nl")).Output, StringComparison.Ordinal);
        Assert.Equal((0, "{\"done\":true}"), await RunAsync("sites", "unblock", Site, "--json"));
        Assert.Equal((0, "Done."), await RunAsync("sites", "forget", Site));
        Assert.Equal((0, "There are no websites yet."), await RunAsync("sites", "list"));
    }

    [Theory]
    [InlineData("loket.example.be")]
    [InlineData("https://loket.example.be/signin-eid")]
    [InlineData("http://loket.example.be")]
    public async Task What_is_no_origin_is_a_mistake(string text) => Assert.Equal(1, (await RunAsync("sites", "block", text)).Status);

    [Fact]
    public async Task The_diary_is_shown_saved_switched_and_erased()
    {
        Assert.Equal((0, "The diary is on.\nNothing has been written down yet."), await RunAsync("diary", "show"));
        var diary = new DiaryBook(new FolderFiles(Folder, TimeProvider.System));
        Assert.Null(await diary.WriteAsync(Entry));
        Assert.EndsWith(
            $"  {Site}  Login: allowed (signed); Asked for: login certificate (name and national number), address; Left your card: login certificate (name and national number)",
            (await RunAsync("diary", "show")).Output, StringComparison.Ordinal);
        var shown = JsonDocument.Parse((await RunAsync("diary", "show", "--json")).Output).RootElement;
        Assert.True(shown.GetProperty("on").GetBoolean());
        Assert.Equal("2026-03-02T09:00:00Z", Assert.Single(shown.GetProperty("entries").EnumerateArray()).GetProperty("at").GetString());

        var file = Path.Combine(home.FullName, "diary.csv");
        Assert.Equal((0, ""), await RunAsync("diary", "export", "--csv", "--out", file));
        Assert.Contains($"\"{Site}\",\"login\",\"certificate address\",\"signed\"", await File.ReadAllTextAsync(file, Cancellation), StringComparison.Ordinal);
        Assert.Equal(15, (await RunAsync("diary", "export", "--out", file)).Status);
        Assert.Equal(1, JsonDocument.Parse((await RunAsync("diary", "export")).Output).RootElement.GetArrayLength());

        Assert.Equal((0, "Het dagboek staat uit. Er wordt niets nieuws opgeschreven."), await RunAsync("diary", "off", "--lang", "nl"));
        Assert.Null(await diary.WriteAsync(Entry with { Id = new string('b', 32) }));
        Assert.Single((await diary.ReadAsync()).Entries);
        Assert.Equal((0, "The diary is on."), await RunAsync("diary", "on"));
        Assert.Equal((0, "The diary is erased."), await RunAsync("diary", "erase"));
        Assert.Empty((await diary.ReadAsync()).Entries);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_said_with_its_code()
    {
        await File.WriteAllTextAsync(Folder, "", Cancellation);
        var result = await StartAsync("diary", "show", "--lang", "fr");
        Assert.Equal((15, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains("(not_a_plain_file)", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain(Folder, result.All, StringComparison.Ordinal);
    }

    private static DiaryEntry Entry => new()
    {
        Id = new string('a', 32),
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Origin = Site,
        Purpose = DiaryPurpose.Login,
        Asked = ["certificate", "address"],
        Ending = "signed",
        EndedAt = new DateTimeOffset(2026, 3, 2, 9, 1, 0, TimeSpan.Zero),
        Given = ["certificate"],
    };

    private async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        var result = await StartAsync(arguments);
        return (result.ExitCode, result.StandardOutput);
    }

    private Task<ProcessResult> StartAsync(params string[] arguments) => TestProcess.RunAsync(
        "dotnet", ["exec", AgentCommand.Program, .. arguments], Cancellation,
        new Dictionary<string, string?> { ["XDG_DATA_HOME"] = home.FullName, ["LC_ALL"] = "C", ["HOME"] = home.FullName });
}
