using System.Globalization;
using System.Text.Json.Nodes;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;

namespace EidAuth.E2ETests.Browsers;

internal sealed class FirefoxBrowser : IBrowser
{
    private readonly TestProcess process;
    private readonly Marionette marionette;
    private readonly BrowserHome home;

    private FirefoxBrowser(TestProcess process, Marionette marionette, BrowserHome home) =>
        (this.process, this.marionette, this.home) = (process, marionette, home);

    public string Name => "firefox";

    public async Task<ITab> OpenTabAsync()
    {
        var window = await marionette.SendAsync("WebDriver:NewWindow", new JsonObject { ["type"] = "tab", ["focus"] = true });
        return new FirefoxTab(marionette, window!["handle"]!.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        marionette.Dispose();
        await process.DisposeAsync();
        home.Dispose();
    }

    internal static async Task<FirefoxBrowser> StartAsync(TownAddress? town, CancellationToken cancellation)
    {
        var home = new BrowserHome();
        var port = FreePort.Take();
        await File.WriteAllLinesAsync(Path.Combine(home.Profile, "user.js"), Preferences(port, town), cancellation);
        var environment = home.Environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        var process = TestProcess.Start(
            "firefox-esr",
            ["--headless", "--width", "1100", "--height", "850", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", home.Profile],
            environment);
        try
        {
            var marionette = await Marionette.ConnectAsync(port, cancellation);
            await marionette.SendAsync("WebDriver:NewSession", new JsonObject
            {
                ["acceptInsecureCerts"] = true,
                ["pageLoadStrategy"] = "normal",
                ["timeouts"] = new JsonObject { ["implicit"] = 20_000, ["pageLoad"] = 60_000, ["script"] = 30_000 },
            });
            return new FirefoxBrowser(process, marionette, home);
        }
        catch
        {
            await process.DisposeAsync();
            home.Dispose();
            throw;
        }
    }

    private static IEnumerable<string> Preferences(int port, TownAddress? town)
    {
        yield return Preference("marionette.port", port.ToString(CultureInfo.InvariantCulture));
        yield return Preference("remote.prefs.recommended", "false");
        yield return Preference("datareporting.policy.dataSubmissionEnabled", "false");
        yield return Preference("app.normandy.enabled", "false");
        yield return Preference("app.update.enabled", "false");
        yield return Preference("browser.aboutwelcome.enabled", "false");
        yield return Preference("intl.accept_languages", "\"en-GB, en\"");
        if (town is not null)
        {
            yield return Preference("network.dns.localDomains", $"\"{town.Host}\"");
            yield return Preference("network.lna.address_space.public.override", string.Create(CultureInfo.InvariantCulture, $"\"127.0.0.1:{town.Port}\""));
        }
    }

    private static string Preference(string name, string value) => $"user_pref(\"{name}\", {value});";
}
