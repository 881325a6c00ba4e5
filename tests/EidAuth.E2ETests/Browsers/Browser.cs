using EidAuth.Testing;

namespace EidAuth.E2ETests.Browsers;

/// <summary>Starts browsers.</summary>
internal static class Browser
{
    /// <summary>Starts one; skips the test where it is not installed.</summary>
    internal static async Task<IBrowser> StartAsync(BrowserKind kind, TownAddress? town, CancellationToken cancellation)
    {
        if (kind == BrowserKind.Chromium)
        {
            Require.Programs("chromium");
            return await ChromiumBrowser.StartAsync(town);
        }

        Require.Programs("firefox-esr");
        return await FirefoxBrowser.StartAsync(town, cancellation);
    }
}
