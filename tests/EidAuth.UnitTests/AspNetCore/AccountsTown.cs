using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>
/// Towns with real cards: one that signs in at once, with its sessions on the server, and one that has accounts of its own, where the proof waits in a short-lived cookie
/// until a page takes it.
/// </summary>
internal static class AccountsTown
{
    public const string Site = "https://localhost";

    private const string External = "External";

    public static Task<Town> StartAtOnceAsync(TestCards cards, ManualTimeProvider clock, Action<BelgianEidOptions>? configure = null) => Town.StartAsync(
        options => Configure(options, cards, configure),
        clock,
        services: services => services.AddAuthentication().AddServerSessions(CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary><c>/proven</c> says what waits; <c>/take</c> signs the account 7 in and carries what must outlive the proof.</summary>
    public static Task<Town> StartAsync(TestCards cards, ManualTimeProvider clock, Action<BelgianEidOptions>? configure = null) => Town.StartAsync(
        options =>
        {
            Configure(options, cards, configure);
            options.SignInScheme = External;
        },
        clock,
        services: services => services.AddAuthentication().AddCookie(External).AddServerSessions(CookieAuthenticationDefaults.AuthenticationScheme),
        endpoints: app =>
        {
            app.MapGet("/proven", async (HttpContext context) => await TicketAsync(context) is { } ticket
                ? $"{(ticket.Purpose.Account is { } account ? "link " + account : ticket.Purpose.Session is { } session ? "again " + session : "login")}; {string.Join(' ', ticket.Subjects.Select(subject => subject.KeyId))}; {ticket.ProvenAt:HH:mm:ss}; {ticket.EndHash}"
                : "nothing");
            app.MapGet("/eid-with-what-is-left", () =>
            {
                var properties = new AuthenticationProperties { RedirectUri = "/proven" };
                properties.Items[EidTicket.EndHashItem] = "of-an-earlier-login";
                return Results.Challenge(properties, [BelgianEidDefaults.AuthenticationScheme]);
            });
            app.MapGet("/whose", async (HttpContext context) => (await TicketAsync(context))?.Principal.Identity?.Name);
            app.MapGet("/take", async (HttpContext context) =>
            {
                var properties = new AuthenticationProperties();
                (await TicketAsync(context))!.CarryTo(properties);
                await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "7")], "account")), properties);
            });
        });

    /// <summary>A whole login; the browser has whatever cookie came of it.</summary>
    public static async Task<(Browser Browser, Attempt Attempt, HttpResponseMessage Answer)> LogInAsync(
        Town town, TestCards cards, string citizen, string path = "/eid?to=/me", Browser? browser = null)
    {
        browser ??= town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync(path);
        var (token, chain) = cards.Sign(citizen, Site, attempt.Nonce);
        return (browser, attempt, await browser.PostAsync(attempt.WithToken(token, chain)));
    }

    public static async Task<string> TextAsync(Browser browser, string path) =>
        await (await browser.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<EidTicket?> TicketAsync(HttpContext context) => EidTicket.Of(await context.AuthenticateAsync(External));

    private static void Configure(BelgianEidOptions options, TestCards cards, Action<BelgianEidOptions>? configure)
    {
        options.Origins.Clear();
        options.Origins.Add(Site);
        options.Trust.UseTestAnchors(cards.AnchorsFolder);
        configure?.Invoke(options);
    }
}
