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

    /// <summary>Somebody else's browser: nothing of what this one remembers, no cookie above all.</summary>
    /// <param name="language">What it says it reads, for example nl.</param>
    internal async Task<ChromiumProfile> OpenProfileAsync(string language) => new(await NewContextAsync(browser, language));

    /// <summary>A tab of a browser that remembers nothing, for those who look at frames and windows; it ends with its context.</summary>
    internal async Task<IPage> OpenPageAsync() => await (await NewContextAsync(browser, "en-GB")).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        home.Dispose();
    }

    internal static async Task<ChromiumBrowser> StartAsync(TownAddress? town, params string[] more)
    {
        var home = new BrowserHome();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Env = home.Environment,
            Args = [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", .. Arguments(town), .. more],
        });
        return new ChromiumBrowser(playwright, browser, await NewContextAsync(browser, "en-GB"), home);
    }

    private static Task<IBrowserContext> NewContextAsync(Microsoft.Playwright.IBrowser browser, string language) =>
        browser.NewContextAsync(new BrowserNewContextOptions { Locale = language, ViewportSize = new ViewportSize { Width = 1100, Height = 850 } });

    private static string[] Arguments(TownAddress? town) => town is null ? [] : [
        "--host-resolver-rules=MAP *.test 127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--ip-address-space-overrides=127.0.0.1:{town.Port}=public"),
        "--ignore-certificate-errors-spki-list=" + town.KeyPin];
}
