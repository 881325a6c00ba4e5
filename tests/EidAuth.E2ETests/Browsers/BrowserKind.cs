namespace EidAuth.E2ETests.Browsers;

/// <summary>The browsers every case runs in. Public because theories take it.</summary>
public enum BrowserKind
{
    /// <summary>Debian's Chromium, through Playwright.</summary>
    Chromium,

    /// <summary>Debian's Firefox ESR, through its remote protocol Marionette.</summary>
    Firefox,
}
