using System.Net;
using System.Text;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAgent.Removals;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.UnitTests.Agent;
using EidAuth.UnitTests.Simulator.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.Soak;

/// <summary>One agent with two simulated readers, on the real clock and through its pages, but for the time in which a person would read; a site that counts. Keeps nothing of its own that would grow with the work.</summary>
internal sealed class SoakWorld : IPinPrompt, IAsyncDisposable
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    // A consent that comes sooner than somebody can read counts for nothing.
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SimulatedReader first = new("Simulated Reader 00 00", pinPad: false, TimeProvider.System);
    private readonly SimulatedReader second = new("Simulated Reader 01 00", pinPad: false, TimeProvider.System);
    private readonly LeapingClock clock = new();
    private readonly WebApplication agent;
    private readonly WebApplication site;
    private AgentBrowser? browser;
    private int posts;

    private SoakWorld()
    {
        agent = AgentHost.Build(new AgentOptions { Port = 0 }, new TroubledReaders(first, second), this, clock, PeerUser.Find);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        site = builder.Build();
        site.Run(context =>
        {
            Interlocked.Increment(ref posts);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    /// <summary>How many cards went in or out.</summary>
    public int Events { get; private set; }

    private int Kept => agent.Services.GetRequiredService<RemovalWatch>().Count;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SoakWorld> StartAsync()
    {
        var world = new SoakWorld();
        await world.site.StartAsync(Cancellation);
        await world.agent.StartAsync(Cancellation);
        world.browser = new AgentBrowser(new Uri(world.agent.Urls.Single()));
        return world;
    }

    /// <summary>Logins of one citizen after the other, each followed by its card's removal and by the post to the site; events in the other reader go on while a session is kept.</summary>
    public async Task RunAsync(int logins, int events)
    {
        var others = events - (2 * logins);
        for (var login = 0; login < logins; login++)
        {
            // A card remembers what it was told, so none lives long.
            first.Insert(CardTalk.Issue("adult-18"));
            Events++;
            await LogInAsync();
            await UntilAsync(() => Kept == 1);
            await DisturbAsync((others * (login + 1) / logins) - (others * login / logins), login);
            var before = Volatile.Read(ref posts);
            first.Remove();
            Events++;
            await UntilAsync(() => Volatile.Read(ref posts) == before + 1);
        }

        await UntilAsync(() => Kept == 0);
    }

    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) => Task.FromResult(PinEntry.Of(Encoding.ASCII.GetBytes("1234")));

    public async ValueTask DisposeAsync()
    {
        browser?.Dispose();
        await agent.DisposeAsync();
        await site.DisposeAsync();
    }

    private async Task LogInAsync()
    {
        // The login before may still be letting go of its card.
        await UntilAsync(() => agent.Services.GetRequiredService<CardSlot>().Holder is null);
        var page = await browser!.OpenAsync(RunningAgent.LoginAddress(site.Urls.Single() + "/signin-eid", $"&lang=en&end={End}"));
        clock.Leap(ReadingTime);
        page = await browser.SubmitAsync(page.Form("continue"));
        var address = page.LoginAt;
        while (page.Ending is null)
        {
            var next = await browser.FetchAsync($"{page.ChangesAt}?after={page.Version}");
            page = next.Status == HttpStatusCode.ResetContent ? await browser.OpenAsync(address) : next.Status == HttpStatusCode.OK ? next : page;
        }

        Assert.Equal("signed", page.Ending);
    }

    // In, another in its place, out.
    private async Task DisturbAsync(int events, int seed)
    {
        var cards = (First: CardTalk.Issue("adult-18"), Second: CardTalk.Issue("adult-17"));
        for (var i = 0; i < events; i++)
        {
            switch ((i + seed) % 3)
            {
                case 0:
                    second.Insert(cards.First);
                    break;
                case 1:
                    second.Insert(cards.Second);
                    break;
                default:
                    second.Remove();
                    break;
            }

            Events++;
            await Task.Yield();
        }

        second.Remove();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !condition(); await Task.Delay(2, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "It does not go on.");
        }
    }
}
