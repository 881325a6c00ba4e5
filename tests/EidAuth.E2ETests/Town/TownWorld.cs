using EidAuth.E2ETests.Browsers;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>One whole world for all tests of a class, started by the first that needs it. Each test has cookies of its own and people of its own.</summary>
public class TownWorld : IAsyncDisposable
{
    private LoginWorld? world;

    /// <summary>How the town is set, beside what every world sets.</summary>
    internal virtual string[] Settings => [];

    /// <summary>Whose card is held by a program in the agent's place; null for the real agent.</summary>
    internal virtual string? Impostor => null;

    /// <summary>The town's host is localhost; otherwise it is an invented one that only the browser knows.</summary>
    internal virtual bool OnLocalhost => false;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (world is not null)
        {
            await world.DisposeAsync();
        }
    }

    internal async Task<LoginWorld> StartedAsync() => world ??= await LoginWorld.StartAsync(BrowserKind.Chromium, Impostor, OnLocalhost, TestContext.Current.CancellationToken, Settings);

    /// <summary>Somebody with a browser of their own, before the one reader there is.</summary>
    internal async Task<Visitor> VisitAsync(string language = "en") => await Visitor.ArriveAsync(await StartedAsync(), language, TestContext.Current.CancellationToken);
}
