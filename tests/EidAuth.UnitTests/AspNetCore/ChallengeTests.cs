using System.Net;
using EidAuth.Testing;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class ChallengeTests
{
    [Fact]
    public async Task A_challenge_sends_the_browser_to_the_agent_with_a_fresh_nonce_and_nothing_of_the_site_but_its_callback()
    {
        await using var town = await Town.StartAsync();
        var first = await town.NewBrowser().StartLoginAsync("/eid?to=/me&lang=nl");
        var second = await town.NewBrowser().StartLoginAsync();

        Assert.Equal("http://127.0.0.1:35353/login", first.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal("https://loket.example.be/signin-eid", first.ReturnTo);
        Assert.Equal("1", first.Query["v"].Single());
        Assert.Equal("nl", first.Query["lang"].Single());
        Assert.Equal(32, Convert.FromBase64String(first.Nonce).Length);
        Assert.Equal(22, first.State.Length);
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(first.State, second.State);
        Assert.All(first.Query.Keys, key => Assert.Contains(key, new[] { "v", "nonce", "return_to", "state", "lang" }));
    }

    [Fact]
    public async Task The_challenge_cookie_is_what_a_browser_sends_back_with_the_agents_post()
    {
        await using var town = await Town.StartAsync();
        var response = await town.NewBrowser().GetAsync("/eid");

        var cookie = Assert.Single(Browser.SetCookies(response));
        Assert.StartsWith("__Host-eid-", cookie.Name.ToString(), StringComparison.Ordinal);
        Assert.True(cookie.Secure);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.None, cookie.SameSite);
        Assert.Equal("/", cookie.Path.ToString());
        Assert.False(cookie.Domain.HasValue);
        Assert.Equal(TimeSpan.FromMinutes(5), cookie.MaxAge);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_cookie_shows_neither_nonce_nor_return_address()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync("/eid?to=/secret-page");
        var value = browser.Cookies[attempt.CookieName].Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '='));

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Convert.FromBase64String(attempt.Nonce)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("secret-page"u8));
    }

    [Fact]
    public async Task Five_attempts_may_be_open_and_the_oldest_goes()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var names = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            names.Add((await browser.StartLoginAsync()).CookieName);
            town.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(names[2..].Order(), browser.Cookies.Keys.Order());
    }

    [Fact]
    public async Task A_cookie_nobody_here_sealed_goes_before_an_honest_one()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        for (var i = 0; i < 4; i++)
        {
            await browser.StartLoginAsync();
        }

        browser.Cookies["__Host-eid-AAAAAAAAAAAAAAAAAAAAAA"] = "rubbish";
        await browser.StartLoginAsync();
        Assert.Equal(5, browser.Cookies.Count);
        Assert.DoesNotContain("__Host-eid-AAAAAAAAAAAAAAAAAAAAAA", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Hundreds_of_cookies_made_by_hand_do_not_keep_a_login_from_starting_or_ending()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        for (var i = 0; i < 500; i++)
        {
            browser.Cookies[$"__Host-eid-{i:D20}Aw"] = "x";
        }

        var attempt = await browser.StartLoginAsync();
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithError("user_cancelled")), "user_cancelled");
    }

    [Theory]
    [InlineData("odd", "a b\"c,d{}")]
    [InlineData("json", "{\"a\":[1,2]}")]
    [InlineData("nül", "é")]
    [InlineData("", "nameless")]
    public async Task Another_programs_odd_cookie_does_not_hide_ours(string name, string value)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        browser.Cookies[name] = value;
        var attempt = await browser.StartLoginAsync();
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithError("user_cancelled")), "user_cancelled");
    }

    [Fact]
    public async Task A_path_base_stands_before_the_callback()
    {
        await using var town = await Town.StartAsync(pathBase: "/loket");
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync("/loket/eid");
        Assert.Equal("https://loket.example.be/loket/signin-eid", attempt.ReturnTo);

        var response = await browser.PostAsync(attempt.WithError("user_cancelled"), path: "/loket/signin-eid");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/loket/login?eid=user_cancelled&ReturnUrl=%2Floket%2Feid", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://loket.example.be:8443")]
    [InlineData("https://loket.example.be.evil.example")]
    public async Task A_host_that_is_no_origin_of_the_site_gets_no_challenge(string site)
    {
        await using var town = await Town.StartAsync();
        var response = await town.NewBrowser(site).GetAsync("/eid");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Browser.SetCookies(response));
        Assert.Contains("host_not_configured", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(town.Log.Of(3022));
    }

    [Fact]
    public async Task Each_configured_origin_is_expected_under_its_own_host()
    {
        await using var town = await Town.StartAsync(options => options.Origins.Add("https://guichet.example.be"));
        Assert.Equal("https://guichet.example.be/signin-eid", (await town.NewBrowser("https://guichet.example.be").StartLoginAsync()).ReturnTo);
        Assert.Equal("https://loket.example.be/signin-eid", (await town.NewBrowser().StartLoginAsync()).ReturnTo);
    }

    [Fact]
    public async Task Http_where_https_is_configured_is_a_decided_page_and_the_log_names_the_cure()
    {
        await using var town = await Town.StartAsync();
        var response = await town.NewBrowser("http://loket.example.be").GetAsync("/eid");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(Browser.SetCookies(response));
        Assert.Contains("proxy_not_configured", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("UseForwardedHeaders", Assert.Single(town.Log.Of(3021)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_on_localhost_is_an_origin()
    {
        await using var town = await Town.StartAsync(options => options.Origins.Add("http://localhost:5080"));
        Assert.Equal("http://localhost:5080/signin-eid", (await town.NewBrowser("http://localhost:5080").StartLoginAsync()).ReturnTo);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task An_address_of_another_site_is_not_returned_to(string to)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync("/eid?to=" + Uri.EscapeDataString(to));
        var response = await browser.PostAsync(attempt.WithError("user_cancelled"));

        Assert.Equal("/login?eid=user_cancelled", response.Headers.Location!.OriginalString);
        Assert.Single(town.Log.Of(3016));
    }

    [Fact]
    public async Task An_address_with_letters_beyond_ascii_is_percent_encoded()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync("/eid?to=" + Uri.EscapeDataString("/dossier/é?a=1"));
        var response = await browser.PostAsync(attempt.WithError("user_cancelled"));
        Assert.Equal("/login?eid=user_cancelled&ReturnUrl=%2Fdossier%2F%25C3%25A9%3Fa%3D1", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_agents_port_can_be_another()
    {
        await using var town = await Town.StartAsync(options => options.AgentPort = 40000);
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        Assert.Equal("http://127.0.0.1:40000/login", attempt.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(attempt.WithError("user_cancelled"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(attempt.WithError("user_cancelled"), "http://127.0.0.1:40000")).StatusCode);
    }

    [Fact]
    public async Task Without_a_word_of_the_site_the_browsers_language_decides()
    {
        await using var town = await Town.StartAsync();
        Assert.DoesNotContain("lang", (await town.NewBrowser().StartLoginAsync()).Query.Keys);
    }
}
