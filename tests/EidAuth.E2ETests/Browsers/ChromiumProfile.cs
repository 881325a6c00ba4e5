using Microsoft.Playwright;

namespace EidAuth.E2ETests.Browsers;

/// <summary>One person's cookies and tabs in a Chromium that several share.</summary>
internal sealed class ChromiumProfile(IBrowserContext context) : IAsyncDisposable
{
    public async Task<ChromiumTab> OpenTabAsync() => new(await context.NewPageAsync());

    /// <summary>Forgets every cookie, as somebody does who cleans up; the server knows nothing of it.</summary>
    public Task ForgetCookiesAsync() => context.ClearCookiesAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
