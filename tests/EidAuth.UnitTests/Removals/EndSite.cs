using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>A site that hears what the agent posts, and answers as the test wants.</summary>
internal sealed class EndSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication host;
    private readonly ConcurrentQueue<EndRequest> requests = [];
    private readonly ConcurrentQueue<int> answers = [];
    private readonly SemaphoreSlim arrived = new(0);
    private int looked;

    private EndSite(WebApplication host) => this.host = host;

    /// <summary>All requests so far, to whatever address.</summary>
    public IReadOnlyCollection<EndRequest> Requests => requests;

    public string ReturnTo => $"{host.Urls.Single()}/base/signin-eid";

    /// <summary>The statuses of the next answers; 204 afterwards.</summary>
    public EndSite Answers(params int[] statuses)
    {
        Array.ForEach(statuses, answers.Enqueue);
        return this;
    }

    public static async Task<EndSite> StartAsync(Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, options => listen?.Invoke(options)));
        var host = builder.Build();
        var site = new EndSite(host);
        host.Run(site.TakeAsync);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>The next request that was not looked at yet.</summary>
    public async Task<EndRequest> NextAsync()
    {
        Assert.True(await arrived.WaitAsync(Patience, TestContext.Current.CancellationToken), "Nothing was posted.");
        return requests.ElementAt(looked++);
    }

    /// <summary>Fails when something that was not looked at comes within a while.</summary>
    public async Task AssertNothingMoreAsync()
    {
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(0, arrived.CurrentCount);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        arrived.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        requests.Enqueue(new EndRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            await reader.ReadToEndAsync()));
        context.Response.StatusCode = answers.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent;
        context.Response.Headers.Location = context.Response.StatusCode is >= 300 and < 400 ? "/elsewhere" : default;
        context.Response.Headers.SetCookie = "seen=1";
        await context.Response.CompleteAsync();
        arrived.Release();
    }
}
