using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>A site with passwords and no card at all, whose cookie has its session on the server.</summary>
internal sealed class SessionSite : IAsyncDisposable
{
    public const string Cookie = "__Host-town";

    private readonly WebApplication app;

    private SessionSite(WebApplication app, ManualTimeProvider clock, CapturedLog log) => (this.app, Clock, Log) = (app, clock, log);

    public ManualTimeProvider Clock { get; }

    public CapturedLog Log { get; }

    public IServiceProvider Services => app.Services;

    public IServerSessionStore Store => app.Services.GetRequiredService<IServerSessionStore>();

    public static async Task<SessionSite> StartAsync(
        Action<CookieAuthenticationOptions>? cookie = null, Action<ServerSessionOptions>? sessions = null, Action<IServiceCollection>? services = null)
    {
        var (clock, log) = (new ManualTimeProvider(), new CapturedLog());
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddServerSessions(CookieAuthenticationDefaults.AuthenticationScheme, sessions)
            .AddCookie(options =>
            {
                options.Cookie.Name = Cookie;
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie?.Invoke(options);
            });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/in/{account}", async (HttpContext context, string account, string? end, bool? kept) =>
        {
            var properties = new AuthenticationProperties { IsPersistent = kept == true };
            properties.Items["typed"] = "street and number";
            if (end is not null)
            {
                properties.Items[EidTicket.EndHashItem] = end;
            }

            await context.SignInAsync(Person(account, "pwd"), properties);
            return Results.Text(properties.Items["typed"]!);
        });
        app.MapGet("/out", (HttpContext context) => context.SignOutAsync());
        app.MapGet("/who", async (HttpContext context) =>
        {
            var result = await context.AuthenticateAsync();
            return result.Succeeded
                ? $"{string.Join(' ', result.Principal!.Claims.Select(claim => claim.Value))}; {result.Properties!.Items["typed"]}"
                : "nobody";
        });
        app.MapGet("/current", async (HttpContext context, IServerSessions all) => (await all.CurrentAsync(context))?.Id ?? "none");
        app.MapGet("/stronger/{account}", async (HttpContext context, IServerSessions all, string account) => await all.ReplaceAsync(context, Person(account, "sc")) ? "stronger" : "over");
        app.MapGet("/again", async (HttpContext context) =>
        {
            var result = await context.AuthenticateAsync();
            await context.SignInAsync(result.Principal!, result.Properties);
        });
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new SessionSite(app, clock, log);
    }

    public Browser NewBrowser() => new(app.GetTestServer(), new Uri("https://localhost"));

    /// <summary>A browser in which that account is logged in.</summary>
    public async Task<Browser> LogInAsync(string account, string query = "")
    {
        var browser = NewBrowser();
        await browser.GetAsync($"/in/{account}{query}");
        Assert.Contains(Cookie, browser.Cookies.Keys);
        return browser;
    }

    public static async Task<string> AskAsync(Browser browser, string path = "/who") =>
        await (await browser.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Another browser with the same cookies: a copy, or a thief's.</summary>
    public Browser CopyOf(Browser browser)
    {
        var copy = NewBrowser();
        foreach (var (name, value) in browser.Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }

    public IServerSessions Sessions(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<IServerSessions>();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static ClaimsPrincipal Person(string account, string how) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account), new Claim(BelgianEidClaimTypes.AuthenticationMethod, how)], "password"));
}
