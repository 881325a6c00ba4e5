using System.Diagnostics;
using System.Net;
using EidAgent.Hosting;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAgent.Removals;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>An agent on a free port with a simulated reader, a scripted PIN window and a clock that stands still.</summary>
internal sealed class RunningAgent : IAsyncDisposable
{
    public const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public const string State = "AAECAwQFBgcICQoLDA0ODw";
    public const string ReturnTo = "https://loket.example.be/signin-eid";

    // Of the wall clock: the agent's own stands still.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication host;
    private readonly Lazy<TestPki> pki;

    private RunningAgent(WebApplication host, ManualTimeProvider clock, SimulatedReader reader, ScriptedPrompt prompt)
    {
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        (this.host, Clock, Reader, Prompt) = (host, clock, reader, prompt);
        pki = new Lazy<TestPki>(() => SharedPki.Open(clock));
        Browser = new AgentBrowser(new Uri(host.Urls.Single())) { Reading = () => clock.Advance(TimeSpan.FromSeconds(1)) };
    }

    public ManualTimeProvider Clock { get; }

    public SimulatedReader Reader { get; }

    public ScriptedPrompt Prompt { get; }

    public AgentBrowser Browser { get; }

    /// <summary>Every line it logged since it runs.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>How many sessions it would end on removal.</summary>
    public int KeptSessions => host.Services.GetRequiredService<RemovalWatch>().Count;

    /// <summary>Starts one.</summary>
    /// <param name="pinPad">Its reader has a keypad.</param>
    /// <param name="testAnchors">A folder of test roots.</param>
    /// <param name="readers">Readers in the place of that one.</param>
    /// <param name="prompt">A prompt in the place of the scripted one.</param>
    /// <param name="findOwner">Whose a connection is.</param>
    /// <param name="rememberCards">Certificates are remembered.</param>
    /// <param name="pinPadRoad">How the keypad is spoken to.</param>
    /// <param name="tracesCommands">It writes a trace.</param>
    /// <param name="compose">Changes the services: a variant without one defence.</param>
    /// <param name="sharedReader">The reader of another agent of this machine.</param>
    /// <param name="dataFolder">Where it keeps what it keeps; null: in memory.</param>
    /// <param name="handed">The port that somebody else holds, and the path on which its connections are handed over.</param>
    public static async Task<RunningAgent> StartAsync(
        bool pinPad = false,
        string? testAnchors = null,
        Func<SimulatedReader, IResourceManager>? readers = null,
        IPinPrompt? prompt = null,
        Func<IPEndPoint, IPEndPoint, PeerOwner>? findOwner = null,
        bool rememberCards = true,
        PinPadRoad pinPadRoad = PinPadRoad.Direct,
        bool tracesCommands = false,
        Action<IServiceCollection>? compose = null,
        SimulatedReader? sharedReader = null,
        string? dataFolder = null,
        (int Port, string Path)? handed = null)
    {
        var clock = new ManualTimeProvider();
        var reader = sharedReader ?? new SimulatedReader("Simulated Reader 00 00", pinPad, clock) { PinPadRoad = pinPadRoad };
        var window = new ScriptedPrompt();
        var options = new AgentOptions
        {
            Port = handed?.Port ?? 0, HandedAt = handed?.Path, TestAnchors = testAnchors, RememberCards = rememberCards, TracesCommands = tracesCommands, DataFolder = dataFolder,
        };
        var builder = AgentHost.Begin(options, readers?.Invoke(reader) ?? reader, prompt ?? window, clock, findOwner ?? PeerUser.Find);
        compose?.Invoke(builder.Services);
        var host = AgentHost.Finish(builder);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningAgent(host, clock, reader, window);
    }

    public SimulatedCard IssueCard(string citizen = "adult-18") => pki.Value.IssueCard(Citizen.All[citizen]);

    /// <summary>The address a site sends the browser to.</summary>
    public static string LoginAddress(string returnTo = ReturnTo, string? more = null) =>
        $"/login?v=1&nonce={Uri.EscapeDataString(Nonce)}&return_to={Uri.EscapeDataString(returnTo)}&state={State}{more ?? "&lang=en"}";

    /// <summary>Opens the consent page and agrees, once the login before has let go of the reader.</summary>
    public async Task<AgentPage> ConsentAsync(string? address = null)
    {
        var page = await UntilFreeAsync(await Browser.OpenAsync(address ?? LoginAddress()));
        return await Browser.SubmitAsync(page.Form("continue"));
    }

    /// <summary>Opens the agent's own page for the PIN and presses its button.</summary>
    public async Task<AgentPage> CheckPinAsync(string address = "/pin?lang=en") => await Browser.SubmitAsync((await Browser.OpenAsync(address)).Form("check"));

    /// <summary>Follows the page as its script does until it shows that step.</summary>
    public async Task<AgentPage> UntilStepAsync(AgentPage page, string step) =>
        await FollowAsync(page, page => page.Step == step) is { Ending: null } found ? found : throw new InvalidOperationException($"The login ended before {step}.");

    /// <summary>Follows the page as its script does until the login ended.</summary>
    public Task<AgentPage> UntilEndAsync(AgentPage page) => FollowAsync(page, _ => false);

    /// <summary>Follows the page as its script does until it says that.</summary>
    public async Task<AgentPage> UntilSaidAsync(AgentPage page, string text) =>
        await FollowAsync(page, page => page.Text.Contains(text, StringComparison.Ordinal)) is { Ending: null } found ? found : throw new InvalidOperationException($"It ended before \"{text}\".");

    /// <summary>Follows a consent page until the reader is free for it.</summary>
    public Task<AgentPage> UntilFreeAsync(AgentPage page) => FollowAsync(page, page => page.FindForm("continue") is not null);

    /// <summary>A whole honest login with that card in the reader and nothing else going on.</summary>
    public async Task<AgentPage> LogInAsync(SimulatedCard card, string pin = "1234")
    {
        if (Reader.Card != card)
        {
            Reader.Insert(card);
        }

        var page = await ConsentAsync();
        (await Prompt.NextOpenAsync()).Type(pin);
        return await UntilEndAsync(page);
    }

    /// <summary>Waits until the agent has read all it wants of the card while its window is open, and others get their turn on it.</summary>
    public async Task UntilReadAsync(SimulatedCard card)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var other = Reader.Connect(Reader.Name);
        var begun = Stopwatch.StartNew();
        for (var seen = -1; seen != card.Transcript.Count || !card.Transcript.Any(IsLastFile);)
        {
            Assert.True(begun.Elapsed < Patience, "The agent has not read the card to its end.");
            seen = card.Transcript.Count;
            await Task.Run(() => other.BeginTransaction().Dispose(), cancellation).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
            await Task.Delay(200, cancellation);
        }

        // The root, or the directory where nothing had to be read.
        static bool IsLastFile(string command) =>
            command.StartsWith("00A4", StringComparison.Ordinal) && (command.EndsWith("503B", StringComparison.Ordinal) || command.EndsWith("3F00DF00", StringComparison.Ordinal));
    }

    /// <summary>The commands of a kind that reached a card, by CLA and INS.</summary>
    public static int Count(SimulatedCard card, string claIns) =>
        card.Transcript.Count(command => command.StartsWith(claIns, StringComparison.OrdinalIgnoreCase));

    public Task StopAsync() => host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await host.DisposeAsync();
        if (pki.IsValueCreated)
        {
            pki.Value.Dispose();
        }
    }

    private async Task<AgentPage> FollowAsync(AgentPage page, Func<AgentPage, bool> arrived)
    {
        var address = page.LoginAt;
        var begun = Stopwatch.StartNew();
        while (page.Ending is null && !arrived(page))
        {
            // An agent that stops answers at once that nothing changed, and would be asked for ever.
            Assert.True(begun.Elapsed < Patience, $"The login is still at {page.Step}.");
            var next = await Browser.FetchAsync($"{page.ChangesAt}?after={page.Version}").WaitAsync(Patience, TestContext.Current.CancellationToken);
            page = next.Status switch
            {
                HttpStatusCode.OK => next,
                HttpStatusCode.NoContent => page,
                HttpStatusCode.ResetContent => await Browser.OpenAsync(address),
                _ => throw new InvalidOperationException($"{next.Status}: {next.Text}"),
            };
        }

        return page;
    }
}
