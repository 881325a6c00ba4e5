using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using EidAuth.Testing.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.StepUp;

/// <summary>A site with pages that want a card, the cards, and a provider elsewhere.</summary>
internal sealed class StepUpSite : IAsyncDisposable
{
    public const string Address = "https://localhost";

    private static readonly string[] GetOrPost = ["GET", "POST"];

    private readonly TestCards cards;

    private StepUpSite(TestCards cards, Town town, FakeProvider provider) => (this.cards, Town, Provider) = (cards, town, provider);

    public Town Town { get; }

    public FakeProvider Provider { get; }

    public ManualTimeProvider Clock => Town.Clock;

    /// <summary>Starts it.</summary>
    /// <param name="services">Added after everything else.</param>
    public static async Task<StepUpSite> StartAsync(Action<IServiceCollection>? services = null)
    {
        var clock = new ManualTimeProvider();
        var cards = await TestCards.StartAsync(clock);
        var provider = new FakeProvider();
        var town = await Town.StartAsync(
            options =>
            {
                options.Origins.Clear();
                options.Origins.Add(Address);
                options.Trust.UseTestAnchors(cards.AnchorsFolder);
            },
            clock,
            services: collection =>
            {
                new AuthenticationBuilder(collection).AddFakeOidc(provider);
                services?.Invoke(collection);
            },
            endpoints: app => Map(app, provider));
        return new StepUpSite(cards, town, provider);
    }

    public Browser NewBrowser() => Town.NewBrowser(Address);

    /// <summary>Logs in with a citizen's card where <paramref name="start"/> has sent the browser, and says where that ends.</summary>
    public async Task<string> ProveAsync(Browser browser, HttpResponseMessage start, string citizen = "adult-18")
    {
        Assert.Equal("127.0.0.1", start.Headers.Location?.Host);
        var attempt = new Attempt(start.Headers.Location!, QueryHelpers.ParseQuery(start.Headers.Location!.Query));
        var (token, chain) = cards.Sign(citizen, Address, attempt.Nonce);
        return (await browser.PostAsync(attempt.WithToken(token, chain))).Headers.Location!.OriginalString;
    }

    /// <summary>Logs in with a card, some time before now.</summary>
    public async Task<Browser> LogInAsync(TimeSpan ago, string citizen = "adult-18")
    {
        var browser = NewBrowser();
        Assert.Equal("/me", await ProveAsync(browser, await browser.GetAsync("/login/eid?returnUrl=/me"), citizen));
        Clock.Advance(ago);
        return browser;
    }

    /// <summary>Logs in at the other provider where <paramref name="start"/> has sent the browser.</summary>
    public async Task<string> ProveElsewhereAsync(Browser browser, HttpResponseMessage start)
    {
        Assert.StartsWith(FakeProvider.Path, start.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location.OriginalString.Split('?', 2)[1]);
        return (await browser.GetAsync(Provider.Agree(asked["state"].Single()!, asked["redirect_uri"].Single()!))).Headers.Location!.OriginalString;
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await cards.DisposeAsync();
    }

    private static void Map(WebApplication app, FakeProvider provider)
    {
        provider.Map(app);
        app.MapBelgianEidLogin();
        app.MapMethods("/deed", GetOrPost, () => "deed").WithMetadata(new RequireEidAttribute { MaxAge = "00:10:00" });
        app.MapGet("/any", () => "any").WithMetadata(new RequireEidAttribute());
        app.MapGet("/never", () => "never").WithMetadata(new RequireEidAttribute { MaxAgeSeconds = 0 });
        app.MapGet("/officer", () => "officer").RequireAuthorization(policy => policy.RequireEid(TimeSpan.FromMinutes(10)).RequireRole("officer"));
        app.MapGet("/also", () => "also").RequireAuthorization(policy => policy.RequireEid(new EidRequirement(TimeSpan.FromMinutes(10)).AlsoAccept("Fake", "urn:fake:high")));
        app.MapGet("/password", (HttpContext context) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "alex")], "Password"))));
        app.MapGet("/elsewhere", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }, ["Fake"]));
        app.MapPost("/form", async (HttpContext context, IAuthorizationService authorization) =>
        {
            var requirement = new EidRequirement(TimeSpan.FromMinutes(10));
            return (await authorization.AuthorizeAsync(context.User, null, requirement)).Succeeded ? Results.Text("sent") : EidStepUp.Challenge(context, "/form?draft=7", requirement);
        });
        app.MapGet("/form", () => "draft");
    }
}
