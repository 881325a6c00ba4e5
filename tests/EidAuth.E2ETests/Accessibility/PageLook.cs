using System.Text.Json;
using EidAuth.E2ETests.Browsers;
using Xunit;

namespace EidAuth.E2ETests.Accessibility;

/// <summary>
/// One page, looked at in every way that a person may: wide, as narrow as a telephone, dark, with text of twice the size. Leaves a picture of each width in
/// artifacts/screens. What does not depend on the language is judged in the first: colours in the dark; axe-core judges in two.
/// </summary>
internal static class PageLook
{
    private const int Wide = 1000;
    private const int Telephone = 400;

    // WCAG 1.4.10: 320 CSS pixels, a window of 1280 at 400 %.
    private const int Narrowest = 320;

    public static async Task AtAsync(ChromiumTab tab, string name, string language, CancellationToken cancellation)
    {
        await tab.ResizeAsync(Wide, 1000);
        await AssertFramedAsync(tab, language);
        await Screens.KeepAsync(await tab.PictureAsync(), name, language, "wide");
        if (language is "nl" or "fr")
        {
            await Axe.AssertNothingSeriousAsync(tab, cancellation);
        }

        if (language == "nl")
        {
            await tab.DarkenAsync(true);
            await Axe.AssertNothingSeriousAsync(tab, cancellation);
            await tab.DarkenAsync(false);
        }

        await AssertFitsAsync(tab, "at 1000 pixels");
        await AssertFitsWithLargeTextAsync(tab);
        await tab.ResizeAsync(Telephone, 800);
        await AssertFitsAsync(tab, "at 400 pixels");
        await Screens.KeepAsync(await tab.PictureAsync(), name, language, "narrow");
        await tab.ResizeAsync(Narrowest, 800);
        await AssertFitsAsync(tab, "at 320 pixels");
        await tab.ResizeAsync(Wide, 1000);
    }

    /// <summary>WCAG 1.4.4: the person's own text size, 200 %.</summary>
    public static async Task AssertFitsWithLargeTextAsync(ChromiumTab tab)
    {
        await tab.SizeTextAsync(2);
        Assert.Equal("\"32px\"", await tab.EvaluateAsync("getComputedStyle(document.documentElement).fontSize"));
        await AssertFitsAsync(tab, "with text of 200 %");
        await tab.SizeTextAsync(1);
    }

    // One h1, a language, a title, one main part: what somebody hears first.
    private static async Task AssertFramedAsync(ChromiumTab tab, string language)
    {
        var frame = await tab.EvaluateAsync("""
            `${document.querySelectorAll('h1').length} ${document.querySelectorAll('main').length} ${document.documentElement.lang} ${document.title.trim() !== ''}`
            """);
        Assert.Equal($"\"1 1 {language} true\"", frame);
    }

    /// <summary>
    /// Nothing to scroll sideways, no text beyond the edge, none cut off by the box it is in. A table may scroll by itself (WCAG 1.4.10 leaves it its two dimensions)
    /// where the keyboard reaches it and it has a name.
    /// </summary>
    private static async Task AssertFitsAsync(ChromiumTab tab, string when)
    {
        var answer = await tab.EvaluateAsync("""
            (() => {
              const wrong = [];
              const root = document.documentElement;
              if (root.scrollWidth > root.clientWidth) {
                wrong.push(`${root.scrollWidth} pixels in a window of ${root.clientWidth}`);
              }
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                const around = text.parentElement;
                if (!text.data.trim() || !around.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || around.closest('.unseen, .sr, .skip, .face, [role=status], script, style, noscript, select, option')) continue;
                const scroller = around.closest('[role=region][tabindex="0"]:is([aria-label], [aria-labelledby])');
                if (scroller && getComputedStyle(scroller).overflowX === 'auto') continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                for (const box of range.getClientRects()) {
                  if (box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1)) {
                    wrong.push(`"${text.data.trim()}" from ${Math.round(box.left)} to ${Math.round(box.right)}`);
                  }
                }
                for (let cut = around; cut !== document.body && cut; cut = cut.parentElement) {
                  const style = getComputedStyle(cut);
                  if ((style.overflowX !== 'visible' && cut.scrollWidth > cut.clientWidth + 1) || (style.overflowY === 'hidden' && cut.scrollHeight > cut.clientHeight + 1)) {
                    wrong.push(`"${text.data.trim()}" is cut in ${cut.tagName}.${cut.className}`);
                  }
                }
              }
              return wrong;
            })()
            """);
        var wrong = JsonSerializer.Deserialize<string[]>(answer)!;
        Assert.True(wrong.Length == 0, $"{await tab.AddressAsync()} {when}: {string.Join("; ", wrong)}");
    }
}
