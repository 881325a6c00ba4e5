using System.Globalization;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.E2ETests.Browsers;
using EidAuth.E2ETests.Town;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>Responder, reader with keypad and its page, agent, and the town on an address that is not this computer's; and a browser in front of them.</summary>
internal sealed class LoginWorld : IAsyncDisposable
{
    private readonly TestPki pki;
    private readonly List<WebApplication> hosts = [];
    private OpenTown? town;

    private LoginWorld()
    {
        var responderPort = FreePort.Take();
        pki = SharedPki.Open(TimeProvider.System, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{responderPort}/")));
        Cards = Citizen.All.ToDictionary(entry => entry.Key, entry => new Lazy<SimulatedCard>(() => pki.IssueCard(entry.Value)));
        hosts.Add(OcspResponder.Build(pki, responderPort, TimeProvider.System));
    }

    internal KeptLog Log { get; } = new();

    internal IReadOnlyDictionary<string, Lazy<SimulatedCard>> Cards { get; }

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>The town's address, without a slash at the end.</summary>
    internal string Town => town!.Address;

    internal string ReaderAddress { get; private set; } = null!;

    internal string AgentAddress { get; private set; } = null!;

    internal static async Task<LoginWorld> StartAsync(BrowserKind kind, CancellationToken cancellation)
    {
        var world = new LoginWorld();
        try
        {
            await world.StartHostsAsync(cancellation);
            world.Browser = await E2ETests.Browsers.Browser.StartAsync(kind, world.town!.ForBrowsers, cancellation);
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

        if (town is not null)
        {
            await town.DisposeAsync();
        }

        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        pki.Dispose();
    }

    private async Task StartHostsAsync(CancellationToken cancellation)
    {
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);
        var page = ReaderPage.Build(reader, Cards, 0);
        var agentPort = FreePort.Take();
        var agent = AgentHost.Build(
            new AgentOptions { Port = agentPort, TestAnchors = pki.AnchorsFolder }, reader, PinPrompts.ForThisMachine(), TimeProvider.System);
        agent.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        hosts.AddRange([page, agent]);
        foreach (var host in hosts)
        {
            await host.StartAsync(cancellation);
        }

        ReaderAddress = page.Urls.Single();
        AgentAddress = agent.Urls.Single();
        town = new OpenTown(agentPort, pki.AnchorsFolder, Log);
        await town.StartAsync(cancellation);
    }
}
