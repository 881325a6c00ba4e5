namespace EidAuth.E2ETests.Browsers;

/// <summary>One tab, driven the same way in every browser. Elements are named by CSS selectors and waited for.</summary>
internal interface ITab
{
    /// <summary>What a typed address does: a navigation nobody's page began.</summary>
    Task GoToAsync(string address);

    /// <summary>Clicks the first element that matches.</summary>
    Task ClickAsync(string selector);

    /// <summary>Types into a field.</summary>
    Task FillAsync(string selector, string text);

    /// <summary>Where the tab is.</summary>
    Task<string> AddressAsync();

    /// <summary>The visible text of the page.</summary>
    Task<string> TextAsync();

    /// <summary>Runs an expression in the page; a promise is awaited. The result as JSON.</summary>
    Task<string> EvaluateAsync(string expression);

    /// <summary>A picture of the visible part, PNG.</summary>
    Task<byte[]> ScreenshotAsync();
}
