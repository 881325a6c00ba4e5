using System.Text.Json;
using Microsoft.Playwright;

namespace EidAuth.E2ETests.Browsers;

internal sealed class ChromiumTab(IPage page) : ITab
{
    public Task GoToAsync(string address) => page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    public async Task ClickAsync(string selector)
    {
        await this.WaitUntilReadAsync(selector);
        await page.Locator(selector).First.ClickAsync();
    }

    public Task FillAsync(string selector, string text) => page.Locator(selector).First.FillAsync(text);

    /// <summary>Chooses in a drop-down list, by the option's value.</summary>
    public Task ChooseAsync(string selector, string value) => page.Locator(selector).First.SelectOptionAsync(value);

    /// <summary>A key as the keyboard has it: Tab, Space, Enter.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Text as the keyboard types it, where the focus is.</summary>
    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>The browser's back button; what it then shows may come out of the browser's own memory of the page.</summary>
    public Task GoBackAsync() => page.GoBackAsync();

    /// <summary>Brings the tab to the front, as choosing it in the row of tabs does.</summary>
    public Task ComeToFrontAsync() => page.BringToFrontAsync();

    public Task CloseAsync() => page.CloseAsync();

    /// <summary>The window's inner size, CSS pixels.</summary>
    public Task ResizeAsync(int width, int height) => page.SetViewportSizeAsync(width, height);

    /// <summary>Dark or light, as the system's setting would have it.</summary>
    public Task DarkenAsync(bool dark) => page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });

    public Task<string> AddressAsync() => Task.FromResult(page.Url);

    public Task<string> TextAsync() => page.Locator("body").InnerTextAsync();

    public async Task<string> EvaluateAsync(string expression) =>
        (await page.EvaluateAsync<JsonElement?>($"async () => ({expression})"))?.GetRawText() ?? "null";

    /// <summary>Runs a whole script in the page, past its content security policy, as a developer's console does.</summary>
    public Task RunAsync(string script) => page.EvaluateAsync(script);

    public Task<byte[]> ScreenshotAsync() => TakenAsync(() => page.ScreenshotAsync());

    /// <summary>A picture of the whole page, PNG.</summary>
    public Task<byte[]> PictureAsync() => TakenAsync(() => page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true }));

    // A browser on a busy machine may have no picture of a page yet, and says so instead of waiting for one.
    private static async Task<byte[]> TakenAsync(Func<Task<byte[]>> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await take();
            }
            catch (PlaywrightException none) when (attempt < 5 && none.Message.Contains("Unable to capture screenshot", StringComparison.Ordinal))
            {
                await Task.Delay(500);
            }
        }
    }

    /// <summary>The text size of the browser's own settings, as a multiple of what it is at first.</summary>
    public Task SizeTextAsync(int times) => DebugAsync(session => session.SendAsync(
        "Page.setFontSizes",
        new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 16 * times, ["fixed"] = 13 * times } }));

    /// <summary>What a screen reader is told of the element that has the focus; an empty name when there is none.</summary>
    public async Task<FocusedElement> FocusAsync()
    {
        var tree = await DebugAsync(async session =>
        {
            var found = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["expression"] = "document.activeElement" });
            var handle = found!.Value.GetProperty("result").GetProperty("objectId").GetString()!;
            return await session.SendAsync("Accessibility.getPartialAXTree", new Dictionary<string, object> { ["objectId"] = handle, ["fetchRelatives"] = false });
        });
        var node = tree!.Value.GetProperty("nodes")[0];
        return new FocusedElement(Value(node, "role"), Value(node, "name"));
    }

    private async Task<JsonElement?> DebugAsync(Func<ICDPSession, Task<JsonElement?>> ask)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        try
        {
            return await ask(session);
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    private static string Value(JsonElement node, string property) =>
        node.TryGetProperty(property, out var found) && found.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";
}
