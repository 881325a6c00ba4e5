using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using EidAuth.AspNetCore;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>A town behind the users' agents, with the package as a town has it: challenge, chain to the pinned test roots, OCSP of the simulator's responder, claims, session.</summary>
internal sealed class UserTown : IAsyncDisposable
{
    private readonly TestPki pki;
    private readonly WebApplication responder;
    private readonly int port = FreePort.Take();
    private WebApplication? town;

    private UserTown(TestPki pki, Uri responderAddress) =>
        (this.pki, Responder, responder) = (pki, responderAddress, OcspResponder.Build(pki, responderAddress.Port, TimeProvider.System));

    /// <summary>Where cards' certificates lead for their status.</summary>
    public Uri Responder { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));

    public KeptLog Log { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a town whose citizens' agents listen on that port.</summary>
    public static async Task<UserTown> StartAsync(int agentPort)
    {
        var responder = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}/"));
        var started = new UserTown(SharedPki.Open(TimeProvider.System, responder), responder);
        try
        {
            await started.responder.StartAsync(Cancellation);
            started.town = started.Build(agentPort);
            await started.town.StartAsync(Cancellation);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (town is not null)
        {
            await town.DisposeAsync();
        }

        await responder.DisposeAsync();
        pki.Dispose();
    }

    private WebApplication Build(int agentPort)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls(Address.GetLeftPart(UriPartial.Authority));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddBelgianEid(options =>
        {
            options.Origins.Add(Address.GetLeftPart(UriPartial.Authority));
            options.SiteId = "town.test";
            options.PseudonymKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            options.AgentPort = agentPort;
            options.FailurePath = "/refused";
            options.IncludeNationalNumber = true;
            options.Trust.UseTestAnchors(pki.AnchorsFolder);
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/eid", () => Results.Challenge(new() { RedirectUri = "/me" }, [BelgianEidDefaults.AuthenticationScheme]));
        app.MapGet("/refused", () => Results.Text("refused"));
        app.MapGet("/me", (ClaimsPrincipal person) => new TownPerson(
            Claim(person, BelgianEidClaimTypes.Subject), Claim(person, BelgianEidClaimTypes.NationalNumber), Claim(person, BelgianEidClaimTypes.FamilyName),
            Claim(person, BelgianEidClaimTypes.Revocation))).RequireAuthorization();
        return app;
    }

    private static string Claim(ClaimsPrincipal person, string type) => person.FindAll(type).Single().Value;
}
