namespace EidAuth.E2ETests.Browsers;

/// <summary>A real browser with a profile of its own that goes when it is disposed.</summary>
internal interface IBrowser : IAsyncDisposable
{
    /// <summary>For file names: chromium or firefox.</summary>
    string Name { get; }

    /// <summary>Opens one more tab.</summary>
    Task<ITab> OpenTabAsync();
}
