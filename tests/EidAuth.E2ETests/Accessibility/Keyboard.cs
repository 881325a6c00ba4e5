using EidAuth.E2ETests.Browsers;
using Xunit;

namespace EidAuth.E2ETests.Accessibility;

/// <summary>Somebody who has a keyboard and nothing else. Each element that the focus comes to must be one they can see and one that has a name.</summary>
internal sealed class Keyboard(ChromiumTab tab)
{
    private const int Patience = 80;

    /// <summary>Each name that was heard, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Presses Tab until the element has the focus, then this key.</summary>
    public async Task PressOnAsync(string selector, string key = "Enter")
    {
        await ReachAsync(selector);
        await tab.WaitUntilReadAsync(selector);
        await tab.PressAsync(key);
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    public async Task ReachAsync(string selector)
    {
        for (var presses = 0; await tab.EvaluateAsync($"!!document.activeElement?.matches({Quoted(selector)})") != "true"; presses++)
        {
            Assert.True(presses < Patience, $"The keyboard does not reach {selector} at {await tab.AddressAsync()}; it reached {string.Join(", ", Heard)}.");
            await tab.PressAsync("Tab");
            await AssertSeenAndNamedAsync();
        }
    }

    private async Task AssertSeenAndNamedAsync()
    {
        // Past the last element the focus is the browser's own, and the page has none.
        if (await tab.EvaluateAsync("document.activeElement === document.body || document.activeElement === document.documentElement") == "true")
        {
            return;
        }

        var focused = await tab.FocusAsync();
        var what = await tab.EvaluateAsync("document.activeElement.outerHTML.slice(0, 200)");
        Assert.True(focused.Name.Trim().Length > 0, $"The element {what} has no name.");
        Heard.Add($"{focused.Role} {focused.Name}");
        var wrong = await tab.EvaluateAsync("""
            (() => {
              const element = document.activeElement;
              const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
              if (box.width < 1 || box.height < 1) return 'has no size';
              if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return 'is outside of the window';
              const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)];
              const top = document.elementFromPoint(x, y);
              if (!top || !(element.contains(top) || top.contains(element) || element.labels && [...element.labels].some(label => label.contains(top)))) return 'is covered';
              const style = getComputedStyle(element);
              const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
              if (!element.matches(':focus-visible') || !(ring || style.boxShadow !== 'none')) return 'shows no focus';
              return '';
            })()
            """);
        Assert.True(wrong == "\"\"", $"The element {what} {wrong} when it has the focus, at {await tab.AddressAsync()}.");
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
