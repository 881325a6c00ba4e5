using System.Globalization;
using System.Security.Cryptography.X509Certificates;
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

namespace EidAuth.E2ETests;

/// <summary>Responder, reader with keypad and its page, agent, and the town on an address that is not this computer's; and a browser in front of them.</summary>
internal sealed class LoginWorld : IAsyncDisposable
{
    private readonly X509Certificate2 certificate = TownCertificate.Issue(OpenTown.Host);
    private readonly TestPki pki;
    private readonly List<WebApplication> hosts = [];

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

    internal string Town { get; private set; } = null!;

    internal string ReaderAddress { get; private set; } = null!;

    internal string AgentAddress { get; private set; } = null!;

    internal static async Task<LoginWorld> StartAsync(BrowserKind kind, CancellationToken cancellation)
    {
        var world = new LoginWorld();
        try
        {
            await world.StartHostsAsync(cancellation);
            var address = new Uri(world.Town);
            world.Browser = await E2ETests.Browsers.Browser.StartAsync(
                kind, new TownAddress(address.Host, address.Port, TownCertificate.KeyPin(world.certificate)), cancellation);
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
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        pki.Dispose();
        certificate.Dispose();
    }

    private async Task StartHostsAsync(CancellationToken cancellation)
    {
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);
        var page = ReaderPage.Build(reader, Cards, 0);
        var agentPort = FreePort.Take();
        var agent = AgentHost.Build(
            new AgentOptions { Port = agentPort, TestAnchors = pki.AnchorsFolder }, reader, PinPrompts.ForThisMachine(), TimeProvider.System);
        agent.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        var townPort = FreePort.Take();
        hosts.AddRange([page, agent, OpenTown.Build(certificate, townPort, agentPort, pki.AnchorsFolder, Log)]);
        foreach (var host in hosts)
        {
            await host.StartAsync(cancellation);
        }

        ReaderAddress = page.Urls.Single();
        AgentAddress = agent.Urls.Single();
        Town = string.Create(CultureInfo.InvariantCulture, $"https://{OpenTown.Host}:{townPort}");
    }
}
