using System.Threading.Channels;
using EidAgent.Logins;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>On pcscd: the card leaves after its login, and the site hears of it; a reset and a service that is killed and started again are no removal.</summary>
[Trait("Group", TestGroup.Town)]
[Collection(ServiceAddress.Collection)]
public sealed class EndOnRemovalTests(PcscFixture fixture, ITestOutputHelper output) : IClassFixture<PcscFixture>
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adult-18", Disturbance.Pull)]
    [InlineData("adult-17", Disturbance.Pull)]
    [InlineData("adult-18", Disturbance.Swap)]
    public async Task A_card_that_leaves_after_its_login_ends_the_session(string citizen, Disturbance disturbance)
    {
        await using var site = await ListeningSite.StartAsync();
        await using var bench = await Bench.StartAsync(fixture, citizen);
        await using var agent = new RealAgent(fixture.Readers);
        await LogInAsync(agent, site);

        // Nobody uses the card any more, and the service has powered it down.
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        Assert.Equal(1, agent.KeptSessions);
        var since = TimeProvider.System.GetTimestamp();
        await bench.DisturbAsync(disturbance);

        Assert.Equal("/signin-eid/end: end=" + End, await site.NextAsync());
        var time = TimeProvider.System.GetElapsedTime(since).TotalMilliseconds;
        Figures.Add($"pcscd, {citizen}, {disturbance}: from the card's leaving to the post", time, "ms");
        output.WriteLine($"{time:0} ms");
        Assert.Equal(0, agent.KeptSessions);
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains(End, StringComparison.Ordinal));
        await bench.RestoreAsync(disturbance);
    }

    [Theory]
    [InlineData("adult-17", Disturbance.Reset)]
    [InlineData("adult-18", Disturbance.Kill)]
    public async Task A_card_that_is_still_there_afterwards_has_not_left(string citizen, Disturbance disturbance)
    {
        await using var site = await ListeningSite.StartAsync();
        await using var bench = await Bench.StartAsync(fixture, citizen);
        var clock = new ManualTimeProvider();
        await using var agent = new RealAgent(fixture.Readers, clock);
        await LogInAsync(agent, site);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        var commands = bench.Card.Card.CommandsSeen;

        await bench.DisturbAsync(disturbance);
        await bench.RestoreAsync(disturbance);
        if (disturbance == Disturbance.Kill)
        {
            // The agent looks at the chip; the clock that would end the session goes on only as far as the pauses between two looks.
            for (var look = 0; look < 15 && bench.Card.Card.CommandsSeen == commands; look++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(500));
                await Task.Delay(500, Cancellation);
            }

            Assert.True(bench.Card.Card.CommandsSeen > commands, "Nobody has looked at the card.");
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.Equal(1, agent.KeptSessions);
        Assert.Equal(0, site.Posts);
        await bench.DisturbAsync(Disturbance.Pull);
        Assert.Equal("/signin-eid/end: end=" + End, await site.NextAsync());
        await bench.RestoreAsync(Disturbance.Pull);
    }

    private static async Task LogInAsync(RealAgent agent, ListeningSite site)
    {
        var attempt = agent.Begin(site.ReturnTo, End);
        Assert.Equal(LoginEnding.Signed, await agent.EndAsync(attempt));
        Assert.Equal(0, agent.KeptSessions);
        await agent.FetchTokenAsync(attempt);
        for (var tries = 0; agent.KeptSessions == 0; tries++)
        {
            Assert.True(tries < 1000, "The session is not kept.");
            await Task.Delay(10, Cancellation);
        }
    }

    private sealed class ListeningSite : IAsyncDisposable
    {
        private readonly Channel<string> posts = Channel.CreateUnbounded<string>();
        private readonly WebApplication host;

        private ListeningSite(WebApplication host) => this.host = host;

        public string ReturnTo => host.Urls.Single() + "/signin-eid";

        public int Posts => posts.Reader.Count;

        public static async Task<ListeningSite> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls($"http://127.0.0.1:{FreePort.Take()}");
            var host = builder.Build();
            var site = new ListeningSite(host);
            host.Run(site.TakeAsync);
            await host.StartAsync(Cancellation);
            return site;
        }

        public Task<string> NextAsync() => posts.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        public ValueTask DisposeAsync() => host.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            await posts.Writer.WriteAsync($"{context.Request.Path}: {await reader.ReadToEndAsync()}");
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
