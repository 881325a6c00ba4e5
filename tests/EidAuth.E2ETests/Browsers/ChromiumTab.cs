using System.Text.Json;
using Microsoft.Playwright;

namespace EidAuth.E2ETests.Browsers;

internal sealed class ChromiumTab(IPage page) : ITab
{
    public Task GoToAsync(string address) => page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    public Task ClickAsync(string selector) => page.Locator(selector).First.ClickAsync();

    public Task FillAsync(string selector, string text) => page.Locator(selector).First.FillAsync(text);

    /// <summary>A key as the keyboard has it: Tab, Space, Enter.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task<string> AddressAsync() => Task.FromResult(page.Url);

    public Task<string> TextAsync() => page.Locator("body").InnerTextAsync();

    public async Task<string> EvaluateAsync(string expression) =>
        (await page.EvaluateAsync<JsonElement?>($"async () => ({expression})"))?.GetRawText() ?? "null";

    /// <summary>Runs a whole script in the page, past its content security policy, as a developer's console does.</summary>
    public Task RunAsync(string script) => page.EvaluateAsync(script);

    public Task<byte[]> ScreenshotAsync() => page.ScreenshotAsync();
}
