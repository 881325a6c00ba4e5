using EidAuth.E2ETests.Browsers;

namespace EidAuth.E2ETests;

/// <summary>The reader's page in a tab of its own, used as a person uses it: by its cards and its keys.</summary>
internal sealed class ReaderTab(ITab tab, CancellationToken cancellation)
{
    internal ITab Tab => tab;

    internal static async Task<ReaderTab> OpenAsync(LoginWorld world, CancellationToken cancellation)
    {
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.ReaderAddress);
        return new ReaderTab(tab, cancellation);
    }

    internal async Task InsertAsync(string citizen)
    {
        await tab.ClickAsync($"button[name=card][value={citizen}]");
        await tab.WaitForAsync("#slot[data-empty=false]", cancellation);
    }

    internal Task PullAsync() => tab.ClickAsync("#pull");

    /// <summary>Waits until the keypad asks, then presses the digits.</summary>
    internal async Task TypeAsync(string digits)
    {
        await tab.WaitForAsync("#reader[data-waits=true]", cancellation);
        foreach (var digit in digits)
        {
            await tab.ClickAsync($"button[name=key][value='{digit}']");
        }
    }

    internal async Task TypePinAsync(string pin)
    {
        await TypeAsync(pin);
        await PressAsync("ok");
    }

    internal Task PressAsync(string key) => tab.ClickAsync($"button[name=key][value={key}]");
}
