using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.E2ETests.Browsers;
using EidAuth.E2ETests.Town;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>Responder, reader with keypad and its page, agent, and the town on an address that is not this computer's; and a browser in front of them.</summary>
internal sealed class LoginWorld : IAsyncDisposable
{
    private readonly RunningPki pki;
    private readonly WebApplication readerPage;
    private readonly WebApplication agent;
    private readonly OpenTown town;

    private LoginWorld(RunningPki pki, string? impostor, bool onLocalhost, string[] settings)
    {
        this.pki = pki;
        Cards = Citizen.All.ToDictionary(entry => entry.Key, entry => new Lazy<SimulatedCard>(() => pki.Pki.IssueCard(entry.Value)));
        readerPage = ReaderPage.Build(Reader, Cards, 0);
        var options = new AgentOptions { Port = FreePort.Take(), TestAnchors = pki.Pki.AnchorsFolder };
        agent = impostor is null
            ? AgentHost.Build(options, Reader, PinPrompts.ForThisMachine(), TimeProvider.System)
            : ImpostorAgent.Build(options.Port, Cards[impostor].Value, Citizen.All[impostor].Pin);
        agent.Services.GetService<ILoggerFactory>()?.AddProvider(Log);
        town = new OpenTown(onLocalhost, options.Port, pki.Pki.AnchorsFolder, Log, settings);
    }

    /// <summary>What agent and town log.</summary>
    internal KeptLog Log { get; } = new();

    /// <summary>What is in it, for those who look at the reader and not at its page.</summary>
    internal SimulatedReader Reader { get; } = new("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);

    internal IReadOnlyDictionary<string, Lazy<SimulatedCard>> Cards { get; }

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>The town's address, without a slash at the end.</summary>
    internal string Town => town.Address;

    /// <summary>The town's services, for those who look into its database.</summary>
    internal IServiceProvider TownServices => town.Services;

    /// <summary>The town's mails so far.</summary>
    internal IReadOnlyList<string> Mails => [.. Directory.GetFiles(town.MailFolder, "*.eml").Select(File.ReadAllText)];

    internal string ReaderAddress => readerPage.Urls.Single();

    internal string AgentAddress => agent.Urls.Single();

    /// <summary>Starts all of it; the town with these settings beside its own, as arguments.</summary>
    internal static Task<LoginWorld> StartAsync(BrowserKind kind, CancellationToken cancellation, params string[] settings) =>
        StartAsync(kind, impostor: null, onLocalhost: false, cancellation, settings);

    /// <summary>The same; with a name of a citizen, a program that holds their card stands in the agent's place; on localhost, the agent too can reach the town.</summary>
    internal static async Task<LoginWorld> StartAsync(BrowserKind kind, string? impostor, bool onLocalhost, CancellationToken cancellation, params string[] settings)
    {
        var world = new LoginWorld(await RunningPki.StartAsync(cancellation), impostor, onLocalhost, settings);
        try
        {
            await world.readerPage.StartAsync(cancellation);
            await world.agent.StartAsync(cancellation);
            await world.town.StartAsync(cancellation);
            world.Browser = await E2ETests.Browsers.Browser.StartAsync(kind, world.town.ForBrowsers, cancellation);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Shown where the test failed.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Log.Lines));
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        await town.DisposeAsync();
        await agent.DisposeAsync();
        await readerPage.DisposeAsync();
        await pki.DisposeAsync();
    }
}
