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

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>A town's site as a town would write it, in memory: the real handler, real cookies, a clock that is moved.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string PseudonymKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly WebApplication app;

    private Town(WebApplication app, ManualTimeProvider clock, CapturedLog log) => (this.app, Clock, Log) = (app, clock, log);

    public ManualTimeProvider Clock { get; }

    public CapturedLog Log { get; }

    public TestServer Server => app.GetTestServer();

    public IServiceProvider Services => app.Services;

    public static async Task<Town> StartAsync(
        Action<BelgianEidOptions>? configure = null,
        ManualTimeProvider? clock = null,
        string environment = "Production",
        string? pathBase = null,
        Action<IServiceCollection>? services = null,
        TimeProvider? time = null,
        bool keepsLog = true,
        Action<WebApplication>? endpoints = null)
    {
        clock ??= new ManualTimeProvider();
        var log = new CapturedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(keepsLog ? LogLevel.Trace : LogLevel.None);
        builder.Services.AddSingleton(time ?? clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddBelgianEid(options =>
            {
                options.Origins.Add("https://loket.example.be");
                options.SiteId = "example.be/loket";
                options.PseudonymKey = PseudonymKey;
                options.FailurePath = "/login";
                configure?.Invoke(options);
            });
        services?.Invoke(builder.Services);

        var app = builder.Build();
        if (pathBase is not null)
        {
            app.UsePathBase(pathBase);
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/eid", (string? to, string? lang, string? link, string? again) => Results.Challenge(
            new BelgianEidChallengeProperties
            {
                RedirectUri = to,
                Language = lang,
                Purpose = link is not null ? ChallengePurpose.Link(link) : again is not null ? ChallengePurpose.StepUp(again) : ChallengePurpose.Login,
            },
            [BelgianEidDefaults.AuthenticationScheme]));
        app.MapGet("/me", (ClaimsPrincipal user) => Results.Json(user.Claims.Select(claim => new { claim.Type, claim.Value }))).RequireAuthorization();
        endpoints?.Invoke(app);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new Town(app, clock, log);
    }

    public Browser NewBrowser(string origin = "https://loket.example.be") => new(Server, new Uri(origin));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
