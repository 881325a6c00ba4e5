using EidAuth.Testing.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>As much of a site as hears that a card left, and can be off the network.</summary>
internal sealed class TownEnd : IAsyncDisposable
{
    private readonly int port = FreePort.Take();
    private WebApplication? host;
    private int posts;

    public string ReturnTo => $"http://127.0.0.1:{port}/signin-eid";

    /// <summary>How often it was told.</summary>
    public int Posts => Volatile.Read(ref posts);

    public async Task StartAsync()
    {
        if (host is null)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
            host = builder.Build();
            host.Run(context =>
            {
                Interlocked.Increment(ref posts);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            });
            await host.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
            host = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
