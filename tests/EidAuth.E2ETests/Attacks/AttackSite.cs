using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace EidAuth.E2ETests.Attacks;

/// <summary>
/// Chromium, in which every name under .test leads to this computer, and a server of the attacker's. Its pages count as pages of this computer: what a browser's Local Network
/// Access would keep out gets through, and only the agent's own defences are left.
/// </summary>
public sealed class AttackSite : IAsyncLifetime
{
    private WebApplication? server;
    private ChromiumBrowser? browser;

    /// <summary>The attacker's page, empty.</summary>
    internal string Address => $"http://attacker.test:{Port}/";

    /// <summary>A server on this computer that is not the agent, and refuses whatever is asked.</summary>
    internal string Other => $"http://127.0.0.1:{Port}/refuse";

    private int Port => new Uri(server!.Urls.Single()).Port;

    public async ValueTask InitializeAsync()
    {
        if (Require.Program("chromium") is null)
        {
            // A fixture cannot skip; its tests do.
            return;
        }

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/", () => Results.Content("<!doctype html><title>attacker</title><body></body>", "text/html"));
        server.Map("/refuse/{**path}", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return context.Response.WriteAsync("no");
        });
        await server.StartAsync();
        browser = await ChromiumBrowser.StartAsync(null, "--host-resolver-rules=MAP *.test 127.0.0.1");
    }

    /// <summary>A tab on the attacker's page.</summary>
    internal async Task<IPage> OpenAsync()
    {
        var page = await OpenBlankAsync();
        await page.GotoAsync(Address);
        return page;
    }

    /// <summary>A tab on nothing yet.</summary>
    internal Task<IPage> OpenBlankAsync()
    {
        Require.Programs("chromium");
        return browser!.OpenPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
