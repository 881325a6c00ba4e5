using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using Microsoft.AspNetCore.Builder;
using TownSite;

namespace Demo;

/// <summary>Simulated reader, OCSP responder, agent and town, started together on loopback and stopped together.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly TestPki pki;
    private readonly string? database;
    private readonly string agentData;
    private readonly List<WebApplication> hosts = [];

    private DemoWorld(TestPki pki, DemoPorts ports, string? database)
    {
        (this.pki, this.database) = (pki, database);
        Ports = ports;
        var data = Path.GetDirectoryName(database) ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "eidauth");
        MailFolder = Path.Combine(data, "mails");

        // Not the citizen's own: what is done with simulated cards is no entry of anybody's diary.
        agentData = Path.Combine(data, "demo-agent");
        Reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);
        Cards = Citizen.InOrder.ToDictionary(citizen => citizen.Id, citizen => new Lazy<SimulatedCard>(() => pki.IssueCard(citizen)));
    }

    public DemoPorts Ports { get; }

    public SimulatedReader Reader { get; }

    public IReadOnlyDictionary<string, Lazy<SimulatedCard>> Cards { get; }

    /// <summary>Where the town puts its mails, one file each.</summary>
    public string MailFolder { get; }

    public Uri TownAddress => new($"http://localhost:{Ports.Town}/");

    public Uri ReaderAddress => new($"http://127.0.0.1:{Ports.Reader}/");

    /// <summary>Starts everything.</summary>
    /// <param name="ports">Where.</param>
    /// <param name="database">The file of the town's accounts; null: the one in the user's data folder, where they are again the next time.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<DemoWorld> StartAsync(DemoPorts ports, string? database, CancellationToken cancellation)
    {
        var pki = TestPki.Open(TestPki.DefaultFolder, new Uri($"http://127.0.0.1:{ports.Responder}/"), TimeProvider.System);
        var world = new DemoWorld(pki, ports, database);
        try
        {
            await world.StartHostsAsync(cancellation);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    private async Task StartHostsAsync(CancellationToken cancellation)
    {
        hosts.Add(OcspResponder.Build(pki, Ports.Responder, TimeProvider.System));
        hosts.Add(ReaderPage.Build(Reader, Cards, Ports.Reader));

        // The reader has a keypad, so the agent never needs a window of its own here.
        var agent = new AgentOptions { Port = Ports.Agent, TestAnchors = pki.AnchorsFolder, DataFolder = agentData };
        hosts.Add(AgentHost.Build(agent, Reader, PinPrompts.ForThisMachine(), TimeProvider.System));
        hosts.Add(Site.Build(
        [
            "--environment=Development",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            $"--urls=http://localhost:{Ports.Town}",
            $"--Eid:Origins:0=http://localhost:{Ports.Town}",
            $"--Eid:AgentPort={Ports.Agent}",
            $"--Eid:TestAnchors={pki.AnchorsFolder}",
            $"--Town:MailFolder={MailFolder}",
            .. database is null ? (string[])[] : [$"--Town:Database={database}"],
        ]));
        foreach (var host in hosts)
        {
            await host.StartAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(hosts))
        {
            await host.DisposeAsync();
        }

        pki.Dispose();
    }
}
