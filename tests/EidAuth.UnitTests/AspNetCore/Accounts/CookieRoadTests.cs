using System.Net;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>The whole road: a real card and another remote scheme, Identity's external cookie, a page that decides, and a POST that changes.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CookieRoadTests : IAsyncLifetime
{
    private const string Site = "https://localhost";

    private readonly SqliteSite sqlite = new();
    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;
    private AccountSite site = null!;

    public async ValueTask InitializeAsync()
    {
        cards = await TestCards.StartAsync(clock);
        site = await sqlite.StartAsync(eid => eid.Trust.UseTestAnchors(cards.AnchorsFolder), Map, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await cards.DisposeAsync();
        sqlite.Dispose();
    }

    [Fact]
    public async Task A_card_makes_an_account_by_post_and_the_same_cookie_serves_nothing_more()
    {
        var browser = new Browser(site.Server, new Uri(Site));
        Assert.Equal("login_expired", await TextAsync(browser, "/decide"));
        await CardAsync(browser, "/card");
        Assert.Equal("NobodyYet", await TextAsync(browser, "/decide"));
        Assert.Equal(0, await site.DataAsync(data => data.Users.CountAsync()));

        var kept = new Dictionary<string, string>(browser.Cookies);
        Assert.Equal("Done", await PostAsync(browser, "/create"));
        Assert.DoesNotContain("Identity.External", browser.Cookies.Keys);
        Assert.Equal("login_expired", await TextAsync(browser, "/decide"));

        var person = await site.DataAsync(data => data.Users.SingleAsync());
        Assert.EndsWith(".1.test", Assert.Single(await site.KeysAsync(person)), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(10));
        var thief = new Browser(site.Server, new Uri(Site));
        foreach (var cookie in kept)
        {
            thief.Cookies[cookie.Key] = cookie.Value;
        }

        Assert.Equal("login_expired", await TextAsync(thief, "/decide"));
    }

    [Fact]
    public async Task A_session_learns_how_it_was_proven_and_neither_name_nor_number()
    {
        var browser = new Browser(site.Server, new Uri(Site));
        await CardAsync(browser, "/card");
        Assert.Equal("Done", await PostAsync(browser, "/create"));
        await CardAsync(browser, "/card");
        Assert.Equal("LogIn", await TextAsync(browser, "/decide"));
        Assert.Equal("acr amr amr auth_time eid:proven_at eid:revocation eid:test_trust method=BelgianEid", await PostAsync(browser, "/log-in"));
    }

    [Fact]
    public async Task Another_scheme_is_linked_beside_the_card_and_both_lead_to_one_account()
    {
        var browser = new Browser(site.Server, new Uri(Site));
        await CardAsync(browser, "/card");
        Assert.Equal("Done", await PostAsync(browser, "/create"));
        var id = (await site.DataAsync(data => data.Users.SingleAsync())).Id;

        await GateAsync(browser, $"/gate?account={id}", "gate-7");
        Assert.Equal("ConfirmLink", await TextAsync(browser, $"/decide?current={id}"));
        Assert.Equal("account_changed", await TextAsync(browser, "/decide"));
        Assert.Equal("Done", await PostAsync(browser, $"/link?current={id}"));

        await GateAsync(browser, "/gate", "gate-7");
        Assert.Equal("LogIn", await TextAsync(browser, "/decide"));
        Assert.Equal("method=Gate", await PostAsync(browser, "/log-in"));
        await GateAsync(browser, "/gate", "gate-8");
        Assert.Equal("NobodyYet", await TextAsync(browser, "/decide"));
        await CardAsync(browser, "/card");
        Assert.Equal("LogIn", await TextAsync(browser, "/decide"));
    }

    [Fact]
    public async Task A_card_proven_for_a_link_is_no_login()
    {
        var person = await site.AddAsync("anna", with: anna => (anna.GivenName, anna.FamilyName) = (null, null));
        var browser = new Browser(site.Server, new Uri(Site));
        await CardAsync(browser, $"/card?account={person.Id}");
        Assert.Equal("purpose_mismatch", await PostAsync(browser, "/create"));
        await CardAsync(browser, $"/card?account={person.Id}");
        Assert.Equal("Done", await PostAsync(browser, $"/link?current={person.Id}"));
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/card", (string? account) => Results.Challenge(Asked(account), [AccountSite.Card]));
        app.MapGet("/gate", (string? account) => Results.Challenge(Asked(account), [AccountSite.Other]));
        app.MapGet("/decide", async (HttpContext context, EidAccounts<Person> accounts, UserManager<Person> users, string? current) =>
            await accounts.ReadAsync(context) is not { } login ? "login_expired"
            : await accounts.DecideAsync(login, current is null ? null : await users.FindByIdAsync(current)) is var decision
                && decision is AccountDecision<Person>.Refused refused ? refused.Reason.ToCode() : decision.ToString());
        app.MapPost("/create", async (HttpContext context, EidAccounts<Person> accounts) =>
            Word(await accounts.CreateAsync((await accounts.ReadAsync(context))!, new Person { UserName = Guid.NewGuid().ToString("N") })));
        app.MapPost("/link", async (HttpContext context, EidAccounts<Person> accounts, UserManager<Person> users, string current) =>
            Word(await accounts.LinkAsync((await accounts.ReadAsync(context))!, (await users.FindByIdAsync(current))!, false)));
        app.MapPost("/log-in", async (HttpContext context, EidAccounts<Person> accounts) =>
        {
            var login = (await accounts.ReadAsync(context))!;
            Assert.IsType<AccountOutcome<Person>.Done>(await accounts.LogInAsync(login));
            return string.Join(' ', login.SessionClaims.Select(claim => claim.Type == ClaimTypes.AuthenticationMethod ? $"method={claim.Value}" : claim.Type).Order(StringComparer.Ordinal));
        });
    }

    private static BelgianEidChallengeProperties Asked(string? account) => new()
    {
        RedirectUri = "/decide",
        Purpose = account is null ? ChallengePurpose.Login : ChallengePurpose.Link(account),
    };

    private static string Word(AccountOutcome<Person> outcome) => outcome is AccountOutcome<Person>.Refused refused ? refused.Reason.ToCode() : outcome.ToString();

    private async Task CardAsync(Browser browser, string path)
    {
        var attempt = await browser.StartLoginAsync(path);
        var (token, chain) = cards.Sign("adult-18", Site, attempt.Nonce);
        var answer = await browser.PostAsync(attempt.WithToken(token, chain));
        Assert.Equal("/decide", answer.Headers.Location!.OriginalString);
    }

    private static async Task GateAsync(Browser browser, string path, string sub)
    {
        var away = await browser.GetAsync(path);
        var state = QueryHelpers.ParseQuery(away.Headers.Location!.Query)["state"].Single()!;
        var back = await browser.GetAsync($"/signin-gate?sub={sub}&state={Uri.EscapeDataString(state)}");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
    }

    private static async Task<string> TextAsync(Browser browser, string path) =>
        await (await browser.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<string> PostAsync(Browser browser, string path) =>
        await (await browser.PostAsync([], null, path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
