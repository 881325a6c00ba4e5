using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EidAuth.E2ETests.Town;

/// <summary>
/// A small town on <c>https://town.test:PORT</c> with every way into a login: <c>#link</c> and <c>#form</c> on the first page, the guarded page <c>/counter</c> that
/// redirects, and <c>/eid</c> to be typed.
/// </summary>
internal static class OpenTown
{
    internal const string Host = "town.test";

    private const string Home = """
        <!doctype html><meta charset="utf-8"><title>Town</title><h1>Town</h1>
        <p><a id="link" href="/eid">Log in with eID</a></p>
        <form method="post" action="/eid"><button id="form">Log in with eID</button></form>
        <p><a id="guarded" href="/counter">E-counter</a></p>
        """;

    internal static WebApplication Build(X509Certificate2 certificate, int port, int agentPort, string testAnchors, ILoggerProvider log)
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"https://{Host}:{port}");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.LoginPath = "/eid")
            .AddBelgianEid(options =>
            {
                options.Origins.Add(OpenOrigin.Checked);
                options.SiteId = "town.test";
                options.PseudonymKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
                options.AgentPort = agentPort;
                options.FailurePath = "/login";
                options.Trust.UseTestAnchors(testAnchors);
            });
        builder.Services.ServeAs(origin);

        var town = builder.Build();
        town.UseAuthentication();
        town.UseAuthorization();
        town.MapGet("/", () => Page(Home));
        town.MapMethods("/eid", ["GET", "POST"], () => Results.Challenge(
            new AuthenticationProperties { RedirectUri = "/counter" }, [BelgianEidDefaults.AuthenticationScheme]));
        town.MapGet("/login", (string? eid) => Page($"""<!doctype html><h1>Log in</h1><p id="code">{WebUtility.HtmlEncode(eid)}</p>"""));
        town.MapGet("/counter", (ClaimsPrincipal person) => Page(
            $"""<!doctype html><meta charset="utf-8"><h1>E-counter</h1><p id="who">{WebUtility.HtmlEncode(person.Identity?.Name)}</p>"""))
            .RequireAuthorization();
        return town;
    }

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");
}
