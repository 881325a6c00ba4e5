using System.Net;
using System.Text.RegularExpressions;
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

namespace EidAuth.UnitTests.AspNetCore.LoginPart;

/// <summary>Where the part's links and forms lead.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LoginEndpointsTests
{
    private readonly FakeProvider provider = new();

    [Theory]
    [InlineData("/login/eid?returnUrl=%2Fme", "/me")]
    [InlineData("/login/eid", "/counter")]
    [InlineData("/login/eid?returnUrl=https%3A%2F%2Fevil.example%2F", "/counter")]
    [InlineData("/login/eid?returnUrl=%2F%2Fevil.example", "/counter")]
    [InlineData("/login/eid?returnUrl=%2F%5Cevil.example", "/counter")]
    public async Task Get_and_post_start_a_login_that_comes_back_to_this_site(string path, string returned)
    {
        await using var town = await StartAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            var browser = town.NewBrowser();
            using var request = new HttpRequestMessage(method, new Uri(new Uri("https://loket.example.be"), path));
            var start = await browser.SendAsync(request);
            Assert.Equal("127.0.0.1", start.Headers.Location!.Host);
            var state = QueryHelpers.ParseQuery(start.Headers.Location.Query)["state"].Single()!;
            var stopped = await browser.PostAsync(new Attempt(start.Headers.Location, QueryHelpers.ParseQuery(start.Headers.Location.Query)).WithError("user_cancelled"));
            Assert.NotEmpty(state);
            Assert.Equal(QueryHelpers.AddQueryString("/login?eid=user_cancelled", "ReturnUrl", returned), stopped.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_site_with_accounts_decides_on_its_own_page_first()
    {
        await using var town = await StartAsync(services => services.Configure<EidLoginPartOptions>(part => part.LandingPath = "/card"));
        var browser = town.NewBrowser();

        var attempt = await browser.StartLoginAsync("/login/eid?returnUrl=%2Fme%3Fa%3D1");
        var stopped = await browser.PostAsync(attempt.WithError("user_cancelled"));

        Assert.Equal("/card?returnUrl=%2Fme%3Fa%3D1", QueryHelpers.ParseQuery(stopped.Headers.Location!.OriginalString.Split('?', 2)[1])["ReturnUrl"].Single());
    }

    [Theory]
    [InlineData("/card?returnUrl=%2Fme%3Fa%3D1", "/me?a=1")]
    [InlineData("/card?returnUrl=https%3A%2F%2Fevil.example", null)]
    [InlineData("/card?returnUrl=%2Fcard%3FreturnUrl%3D%252Fme", null)]
    [InlineData("/card", null)]
    [InlineData("/cards?returnUrl=%2Fme", "/cards?returnUrl=%2Fme")]
    [InlineData("//evil.example", null)]
    public async Task After_a_login_that_failed_every_way_leads_where_the_person_wanted_and_not_to_the_deciding_page(string returnUrl, string? wanted)
    {
        await using var town = await StartAsync(services => services.Configure<EidLoginPartOptions>(part => part.LandingPath = "/card"));
        var browser = town.NewBrowser();
        var asked = "?eid=user_cancelled&ReturnUrl=" + Uri.EscapeDataString(returnUrl);

        var part = WebUtility.HtmlDecode(await TextAsync(await browser.GetAsync("/part" + asked)));
        var link = Regex.Match(part, "id=\"eid-login\" href=\"([^\"]+)\"").Groups[1].Value;
        var stopped = await browser.PostAsync((await browser.StartLoginAsync(link)).WithError("user_cancelled"));

        Assert.Equal(wanted is null ? "/login/eid" : "/login/eid?returnUrl=" + Uri.EscapeDataString(wanted), link);
        Assert.Equal(
            "/card?returnUrl=" + Uri.EscapeDataString(wanted ?? "/counter"),
            QueryHelpers.ParseQuery(stopped.Headers.Location!.OriginalString.Split('?', 2)[1])["ReturnUrl"].Single());
        Assert.Equal(wanted ?? "", await TextAsync(await browser.GetAsync("/wanted" + asked)));
    }

    [Fact]
    public async Task They_answer_where_everything_else_wants_a_login()
    {
        await using var town = await StartAsync(services => services.Configure<AuthorizationOptions>(options =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        var browser = town.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/login/eid/part.css")).StatusCode);
        Assert.Equal("127.0.0.1", (await browser.GetAsync("/login/eid")).Headers.Location!.Host);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_under_its_version_and_asked_again_without()
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser();
        var address = Regex.Match(await PartAsync(browser), "href=\"(/login/eid/part.css[^\"]*)\"").Groups[1].Value;

        var versioned = await browser.GetAsync(address);
        var plain = await browser.GetAsync("/login/eid/part.css?v=0");

        Assert.Equal("public, max-age=31536000, immutable", versioned.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", plain.Headers.CacheControl!.ToString());
        Assert.Equal("text/css; charset=utf-8", versioned.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", versioned.Headers.GetValues("X-Content-Type-Options").Single());
        var css = await versioned.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("--eid-accent", css);
        Assert.DoesNotContain("url(", css);
        Assert.DoesNotContain("@import", css);
    }

    [Fact]
    public async Task Another_scheme_logs_in_by_its_form_and_comes_back()
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser();
        provider.Person = new FakePerson("fake-9", "Robin", "urn:fake:low", "pwd");

        var start = await browser.PostAsync([await TokenAsync(browser)], origin: null, path: "/login/eid/other/Fake?returnUrl=%2Fme");
        Assert.StartsWith(FakeProvider.Path, start.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location.OriginalString.Split('?', 2)[1]);
        var back = await browser.GetAsync(provider.Agree(asked["state"].Single()!, asked["redirect_uri"].Single()!));

        Assert.Equal("/me", back.Headers.Location!.OriginalString);
        Assert.Contains("fake-9", await TextAsync(await browser.GetAsync("/me")));
    }

    [Fact]
    public async Task Another_scheme_is_not_started_without_the_antiforgery_token()
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser();
        await PartAsync(browser);

        var forged = await browser.PostAsync([], origin: null, path: "/login/eid/other/Fake");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Null(forged.Headers.Location);
    }

    [Theory]
    [InlineData("Cookies")]
    [InlineData("BelgianEid")]
    [InlineData("Nowhere")]
    [InlineData("fake")]
    public async Task Only_remote_schemes_with_a_name_are_started_so(string scheme)
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser();

        var answer = await browser.PostAsync([await TokenAsync(browser)], origin: null, path: "/login/eid/other/" + scheme);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task Another_scheme_comes_back_to_this_site_alone(string returnUrl)
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser();

        var start = await browser.PostAsync([await TokenAsync(browser)], origin: null, path: "/login/eid/other/Fake?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var asked = QueryHelpers.ParseQuery(start.Headers.Location!.OriginalString.Split('?', 2)[1]);
        var back = await browser.GetAsync(provider.Agree(asked["state"].Single()!, asked["redirect_uri"].Single()!));

        Assert.Equal("/counter", back.Headers.Location!.OriginalString);
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(Browser browser) =>
        KeyValuePair.Create("__RequestVerificationToken", Regex.Match(await PartAsync(browser), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);

    private static async Task<string> PartAsync(Browser browser) => await TextAsync(await browser.GetAsync("/part"));

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private Task<Town> StartAsync(Action<IServiceCollection>? services = null) => Town.StartAsync(
        services: collection =>
        {
            new AuthenticationBuilder(collection).AddFakeOidc(provider);
            collection.Configure<EidLoginPartOptions>(part => part.DefaultReturnPath = "/counter");
            services?.Invoke(collection);
        },
        endpoints: app =>
        {
            app.MapBelgianEidLogin();
            app.MapGet("/wanted", async (HttpContext context) => await EidLoginPart.ReturnUrlAsync(context) ?? "");
            app.MapGet("/part", async (HttpContext context) => (await EidLoginPart.RenderAsync(context)).Value);
        });
}
