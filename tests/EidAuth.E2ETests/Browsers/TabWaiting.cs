using System.Diagnostics;

namespace EidAuth.E2ETests.Browsers;

/// <summary>Waiting for what a person would wait for.</summary>
internal static class TabWaiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static Task WaitForTextAsync(this ITab tab, string text, CancellationToken cancellation) =>
        tab.WaitAsync($"the text \"{text}\"", async () => (await tab.TextAsync()).Contains(text, StringComparison.Ordinal), cancellation);

    internal static Task WaitForAddressAsync(this ITab tab, string part, CancellationToken cancellation) =>
        tab.WaitAsync($"an address with \"{part}\"", async () => (await tab.AddressAsync()).Contains(part, StringComparison.Ordinal), cancellation);

    internal static Task WaitForAsync(this ITab tab, string selector, CancellationToken cancellation) =>
        tab.WaitAsync($"an element {selector}", async () => await tab.EvaluateAsync($"!!document.querySelector(\"{selector}\")") == "true", cancellation);

    /// <summary>A person reads a consent page before they press its button; sooner, the page's script and the agent let it do nothing.</summary>
    internal static Task WaitUntilReadAsync(this ITab tab, string selector) =>
        selector == "#continue" ? tab.WaitForAsync("#continue[data-ready]", Xunit.TestContext.Current.CancellationToken) : Task.CompletedTask;

    private static async Task WaitAsync(this ITab tab, string what, Func<Task<bool>> isThere, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await HoldsAsync(isThere))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                await Screens.KeepAsync(tab, "timed-out");
                throw new TimeoutException($"waited for {what}, at {await tab.AddressAsync()}:\n{await tab.TextAsync()}");
            }

            await Task.Delay(50, cancellation);
        }
    }

    // A page that is just being replaced cannot be asked; the next one can.
    private static async Task<bool> HoldsAsync(Func<Task<bool>> isThere)
    {
        try
        {
            return await isThere();
        }
        catch (Exception gone) when (gone is Microsoft.Playwright.PlaywrightException or InvalidOperationException)
        {
            return false;
        }
    }
}
