using System.Globalization;
using Microsoft.Playwright;

namespace EidAuth.E2ETests.Browsers;

internal sealed class ChromiumBrowser : IBrowser
{
    private readonly IPlaywright playwright;
    private readonly Microsoft.Playwright.IBrowser browser;
    private readonly IBrowserContext context;
    private readonly BrowserHome home;

    private ChromiumBrowser(IPlaywright playwright, Microsoft.Playwright.IBrowser browser, IBrowserContext context, BrowserHome home) =>
        (this.playwright, this.browser, this.context, this.home) = (playwright, browser, context, home);

    public string Name => "chromium";

    public async Task<ITab> OpenTabAsync() => new ChromiumTab(await context.NewPageAsync());

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        home.Dispose();
    }

    internal static async Task<ChromiumBrowser> StartAsync(TownAddress? town)
    {
        var home = new BrowserHome();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Env = home.Environment,
            Args = [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", .. Arguments(town)],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", ViewportSize = new ViewportSize { Width = 1100, Height = 850 } });
        return new ChromiumBrowser(playwright, browser, context, home);
    }

    private static string[] Arguments(TownAddress? town) => town is null ? [] : [
        "--host-resolver-rules=MAP *.test 127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--ip-address-space-overrides=127.0.0.1:{town.Port}=public"),
        "--ignore-certificate-errors-spki-list=" + town.KeyPin];
}
