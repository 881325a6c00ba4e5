using System.Net;
using Microsoft.AspNetCore.Builder;
using TownSite;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>The sample site on a free port, asked under the address it is configured for.</summary>
internal sealed class RunningTown : IAsyncDisposable
{
    /// <summary>What its appsettings.json says.</summary>
    public const string Host = "localhost:5080";

    public const string PseudonymKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly WebApplication site;
    private readonly DirectoryInfo folder;

    private RunningTown(WebApplication site, DirectoryInfo folder) => (this.site, this.folder) = (site, folder);

    /// <summary>What the site made of its database and services, for a test that looks behind the pages.</summary>
    public IServiceProvider Services => site.Services;

    /// <summary>Starts one.</summary>
    /// <param name="settings">Added to the command line.</param>
    public static Task<RunningTown> StartAsync(params string[] settings) => StartAsync("Development", settings);

    public static async Task<RunningTown> StartAsync(string environment, string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-town-");
        var database = Path.Combine(folder.FullName, "town.db");
        if (environment == "Development")
        {
            File.Copy(await SeededTown.File, database);
        }

        var site = Site.Build(
            ["--urls=http://127.0.0.1:0", $"--environment={environment}", $"--Eid:PseudonymKey={PseudonymKey}", "--Logging:LogLevel:Default=Warning",
                $"--Town:Database={database}", "--Town:MigrateAtStart=true", .. settings]);
        await site.StartAsync(TestContext.Current.CancellationToken);
        return new RunningTown(site, folder);
    }

    public Visitor NewVisitor(string language = "en", IPAddress? from = null) =>
        new(new Uri(site.Urls.Single()), language, from);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
