using System.Security.Claims;
using Demo.Smoke;
using EidAgent.Hosting;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAuth.AspNetCore;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Net;
using EidAuth.Testing;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.Road;

/// <summary>Agent, card with keypad, responder and a town, on loopback sockets, with every log line kept and a clock that is moved.</summary>
public sealed class RoadWorld : IAsyncLifetime
{
    private readonly Citizen citizen;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-attacks-");
    private readonly ManualTimeProvider clock = new();
    private readonly int townPort = FreePort.Take();
    private TestPki? pki;
    private WebApplication? responder;
    private WebApplication? agent;
    private WebApplication? town;
    private WebApplication? secondTown;

    public RoadWorld()
        : this(Citizen.All["adult-18"])
    {
    }

    internal RoadWorld(Citizen citizen) => this.citizen = citizen;

    /// <summary>The town requires every field of the card, its citizen ticks them, and its sessions end with the card.</summary>
    internal bool AsksEverything { get; init; }

    /// <summary>What a town is put together otherwise than it should be: its services, and what stands before its authentication.</summary>
    internal (Action<IServiceCollection>? Services, Action<WebApplication>? Front, Action<BelgianEidOptions>? Options) TownWithout { get; init; }

    /// <summary>What the agent is put together otherwise than it should be.</summary>
    internal Action<WebApplicationBuilder>? AgentWithout { get; init; }

    /// <summary>The agent's clock where it differs from everybody else's.</summary>
    internal Func<TimeProvider, TimeProvider>? AgentClock { get; init; }

    /// <summary>The town's clock where it differs from everybody else's.</summary>
    internal Func<TimeProvider, TimeProvider>? TownClock { get; init; }

    internal KeptLog Log { get; } = new();

    /// <summary>Where the town keeps its Data Protection keys.</summary>
    internal string Folder => folder.FullName;

    internal SimulatedReader Reader { get; private set; } = null!;

    internal SimulatedCard Card { get; private set; } = null!;

    internal Uri Agent => new(agent!.Urls.Single());

    internal Uri Town => new($"http://localhost:{townPort}/");

    public async ValueTask InitializeAsync()
    {
        var responderPort = FreePort.Take();
        pki = SharedPki.Open(clock, new Uri($"http://127.0.0.1:{responderPort}/"));
        Card = pki.IssueCard(citizen);
        Reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, clock);
        Reader.Insert(Card);
        responder = OcspResponder.Build(pki, responderPort, clock);
        await responder.StartAsync();
        var options = new AgentOptions { Port = 0, TestAnchors = pki.AnchorsFolder, DataFolder = Path.Combine(Folder, "agent") };
        var builder = AgentHost.Begin(options, Reader, new FirstWorkingPrompt([]), AgentClock?.Invoke(clock) ?? clock, PeerUser.Find);
        AgentWithout?.Invoke(builder);
        agent = AgentHost.Finish(builder);
        agent.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        await agent.StartAsync();
        await StartTownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new[] { secondTown, town, agent, responder })
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }

        pki?.Dispose();
        folder.Delete(recursive: true);
    }

    internal void Advance(TimeSpan time) => clock.Advance(time);

    /// <summary>Stops the town and starts it again with the same keys, as a new version would be rolled out.</summary>
    internal async Task RestartTownAsync()
    {
        await town!.DisposeAsync();
        Advance(TimeSpan.FromSeconds(1));
        await StartTownAsync();
    }

    /// <summary>Completes when the keypad asks for a PIN.</summary>
    internal async Task KeypadAsksAsync()
    {
        for (var panel = Reader.Panel; !panel.KeypadWaits;)
        {
            panel = await Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Presses the PIN and OK as soon as the keypad asks.</summary>
    internal async Task TypePinAsync(string? pin = null)
    {
        await KeypadAsksAsync();
        foreach (var digit in pin ?? citizen.Pin)
        {
            Reader.Press(KeypadKey.D0 + (digit - '0'));
        }

        Reader.Press(KeypadKey.Ok);
        for (var panel = Reader.Panel; panel is { KeypadWaits: true, Digits: > 0 };)
        {
            panel = await Reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Agrees on a consent page and follows the login to the form that goes back to the site.</summary>
    internal async Task<HtmlForm> SignAsync(LoopbackBrowser browser, Uri agentAddress, params string[] wrongPins)
    {
        var consent = await browser.GetAsync(agentAddress, TestContext.Current.CancellationToken);
        HtmlForm? agree;
        while ((agree = consent.FormTo("/continue")) is null)
        {
            // The login before has ended, and its card is still being reset.
            await Task.Delay(20, TestContext.Current.CancellationToken);
            consent = await browser.GetAsync(consent.Address, TestContext.Current.CancellationToken);
        }

        if (AsksEverything)
        {
            agree = agree with { Fields = [.. agree.Fields, new("identity", "yes"), new("address", "yes"), new("photo", "yes")] };
        }

        // The person reads.
        Advance(TimeSpan.FromSeconds(1));
        var page = await browser.SubmitAsync(agree, TestContext.Current.CancellationToken);
        var typing = TypePinsAsync([.. wrongPins, citizen.Pin]);
        HtmlForm? back;
        while ((back = page.FormTo("/signin-eid")) is null)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            page = await browser.GetAsync(page.Address, TestContext.Current.CancellationToken);
        }

        await typing;
        return back;
    }

    /// <summary>A whole login of the citizen; the page it ends on.</summary>
    internal async Task<Page> LogInAsync(params string[] wrongPins)
    {
        using var browser = new LoopbackBrowser();
        return await browser.SubmitAsync(await SignAsync(browser, new Uri(Town, "eid"), wrongPins), TestContext.Current.CancellationToken);
    }

    private async Task TypePinsAsync(IEnumerable<string> pins)
    {
        foreach (var pin in pins)
        {
            await TypePinAsync(pin);
        }
    }

    /// <summary>A second server of the town, with the same keys and settings behind the same name; its own address.</summary>
    internal async Task<Uri> StartSecondServerAsync()
    {
        var address = new Uri($"http://localhost:{FreePort.Take()}/");
        secondTown = await BuildTownAsync(address);
        return address;
    }

    private async Task StartTownAsync() => town = await BuildTownAsync(Town);

    private async Task<WebApplication> BuildTownAsync(Uri address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(TownClock?.Invoke(clock) ?? clock);
        TownWithout.Services?.Invoke(builder.Services);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(folder.CreateSubdirectory("keys"));
        builder.Services.AddAuthorization();
        var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        if (AsksEverything)
        {
            authentication.AddServerSessions(CookieAuthenticationDefaults.AuthenticationScheme);
        }

        authentication.AddBelgianEid(options =>
        {
            options.Origins.Add(Town.GetLeftPart(UriPartial.Authority));
            options.SiteId = "town.test";
            options.PseudonymKey = Convert.ToBase64String(new byte[32].Select((_, index) => (byte)index).ToArray());
            options.AgentPort = Agent.Port;
            options.FailurePath = "/login";
            options.Trust.UseTestAnchors(pki!.AnchorsFolder);
            if (AsksEverything)
            {
                (options.Fields.Identity, options.Fields.Address, options.Fields.Photo) = (FieldDemand.Required, FieldDemand.Required, FieldDemand.Required);
                options.EndOnRemoval = true;
            }

            TownWithout.Options?.Invoke(options);
        });
        var town = builder.Build();
        TownWithout.Front?.Invoke(town);
        town.UseAuthentication();
        town.UseAuthorization();
        town.MapGet("/", () => "home");
        town.MapGet("/login", () => "town login page");
        town.MapGet("/eid", () => Results.Challenge(new() { RedirectUri = "/me" }, [BelgianEidDefaults.AuthenticationScheme]));
        town.MapGet("/me", (ClaimsPrincipal citizen) => $"logged in as {citizen.FindFirstValue("sub")}").RequireAuthorization();
        await town.StartAsync();
        return town;
    }
}
