using System.Text.Json.Nodes;

namespace EidAuth.E2ETests.Browsers;

internal sealed class FirefoxTab(Marionette marionette, string handle) : ITab
{
    // The key under which WebDriver wraps an element's reference.
    private const string Element = "element-6066-11e4-a52e-4f735466cecf";

    public Task GoToAsync(string address) => InTabAsync("WebDriver:Navigate", new JsonObject { ["url"] = address });

    public async Task ClickAsync(string selector)
    {
        await this.WaitUntilReadAsync(selector);
        await InTabAsync("WebDriver:ElementClick", new JsonObject { ["id"] = await FindAsync(selector) });
    }

    public async Task FillAsync(string selector, string text)
    {
        var id = await FindAsync(selector);
        await InTabAsync("WebDriver:ElementClear", new JsonObject { ["id"] = id });
        await InTabAsync("WebDriver:ElementSendKeys", new JsonObject { ["id"] = id, ["text"] = text });
    }

    public async Task<string> AddressAsync() => Value(await InTabAsync("WebDriver:GetCurrentURL", []))!.GetValue<string>();

    public async Task<string> TextAsync() => Value(await ScriptAsync("return document.body ? document.body.innerText : ''"))!.GetValue<string>();

    public async Task<string> EvaluateAsync(string expression) => Value(await ScriptAsync($"return ({expression})"))?.ToJsonString() ?? "null";

    public async Task<byte[]> ScreenshotAsync() =>
        Convert.FromBase64String(Value(await InTabAsync("WebDriver:TakeScreenshot", new JsonObject { ["full"] = false }))!.GetValue<string>());

    private static JsonNode? Value(JsonNode? result) => result?["value"];

    private Task<JsonNode?> ScriptAsync(string script) =>
        InTabAsync("WebDriver:ExecuteScript", new JsonObject { ["script"] = script, ["args"] = new JsonArray() });

    private async Task<string> FindAsync(string selector) =>
        Value(await InTabAsync("WebDriver:FindElement", new JsonObject { ["using"] = "css selector", ["value"] = selector }))![Element]!.GetValue<string>();

    private Task<JsonNode?> InTabAsync(string command, JsonObject parameters) => marionette.SendAsync([
        ("WebDriver:SwitchToWindow", new JsonObject { ["handle"] = handle, ["focus"] = true }),
        (command, parameters)]);
}
