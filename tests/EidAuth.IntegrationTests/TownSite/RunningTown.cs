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

    private RunningTown(WebApplication site) => this.site = site;

    /// <summary>Starts one.</summary>
    /// <param name="settings">Added to the command line.</param>
    public static Task<RunningTown> StartAsync(params string[] settings) => StartAsync("Development", settings);

    public static async Task<RunningTown> StartAsync(string environment, string[] settings)
    {
        var site = Site.Build(
            ["--urls=http://127.0.0.1:0", $"--environment={environment}", $"--Eid:PseudonymKey={PseudonymKey}", "--Logging:LogLevel:Default=Warning", .. settings]);
        await site.StartAsync(TestContext.Current.CancellationToken);
        return new RunningTown(site);
    }

    public Visitor NewVisitor(string language = "en") =>
        new(new Uri(site.Urls.Single()), language);

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
