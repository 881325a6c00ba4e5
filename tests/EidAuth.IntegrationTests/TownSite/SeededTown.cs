using TownSite;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>A database with the invented accounts, made once and copied for each town that a test starts.</summary>
internal static class SeededTown
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static Task<string> File => Made.Value;

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-seeded-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "town.db");

        // Without a pool the file is complete when the last connection is closed.
        await using var site = Site.Build(
            ["--environment=Development", $"--Eid:PseudonymKey={RunningTown.PseudonymKey}", "--Logging:LogLevel:Default=Warning", $"--Town:Database=Data Source={file};Pooling=False"]);
        await TownCommand.RunAsync(site, TownCommand.Plant, null, TextWriter.Null, TextWriter.Null);
        return file;
    }
}
