using System.Net;
using System.Text;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Everything the callback refuses before a token is looked at. Each test spoils one thing of a post that would otherwise be taken.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CallbackRefusalTests
{
    [Theory]
    [InlineData("user_cancelled")]
    [InlineData("timed_out")]
    [InlineData("pin_blocked")]
    [InlineData("no_certificate")]
    [InlineData("card_removed")]
    [InlineData("card_error")]
    public async Task What_ended_at_the_agent_leads_back_to_the_login_page(string error)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var response = await browser.PostAsync(attempt.WithError(error));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/login?eid={error}&ReturnUrl=%2Fme", response.Headers.Location!.OriginalString);
        Assert.Empty(browser.Cookies);
    }

    [Theory]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", HttpStatusCode.SeeOther)]
    public async Task Only_a_post_is_a_login(string method, HttpStatusCode status)
    {
        await using var town = await Town.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://loket.example.be/signin-eid");
        var response = await town.NewBrowser().SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.SeeOther ? "/login" : null, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_is_405_and_says_so_where_the_site_has_no_login_page()
    {
        await using var town = await Town.StartAsync(options => options.FailurePath = null);
        var response = await town.NewBrowser().GetAsync("/signin-eid");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Another_content_type_is_refused(string type)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        using var content = new StringContent($"state={attempt.State}&error=user_cancelled");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await browser.PostAsync(content)).StatusCode);
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_oversized_form_is_413_whether_it_says_its_length_or_not(bool saysLength)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var bytes = Encoding.ASCII.GetBytes($"state={attempt.State}&error=user_cancelled&padding=".PadRight((48 * 1024) + 1, 'x'));
        using HttpContent content = saysLength ? new ByteArrayContent(bytes) : new StreamContent(new Unseekable(bytes));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        var response = await browser.PostAsync(content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Fact]
    public async Task A_form_of_exactly_the_largest_size_is_read()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        using var content = new StringContent(
            $"state={attempt.State}&error=user_cancelled&padding=".PadRight(48 * 1024, 'x'), Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(content)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://loket.example.be")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:35354")]
    [InlineData("http://localhost:35353")]
    [InlineData("https://127.0.0.1:35353")]
    public async Task Only_the_agents_page_may_post(string? origin)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var response = await browser.PostAsync(attempt.WithError("user_cancelled"), origin);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("origin_refused", await BodyAsync(response), StringComparison.Ordinal);
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Theory]
    [InlineData("state={0}&error=user_cancelled&error=user_cancelled")]
    [InlineData("state={0}&state={0}&error=user_cancelled")]
    [InlineData("state={0}&token=%7B%7D&token=%7B%7D")]
    [InlineData("state={0}&token=%7B%7D&chain=&chain=")]
    [InlineData("state={0}&token=%7B%7D&error=user_cancelled")]
    [InlineData("state={0}")]
    [InlineData("error=user_cancelled")]
    [InlineData("state={0}A&error=user_cancelled")]
    [InlineData("state=&error=user_cancelled")]
    [InlineData("state=..%2F..%2F..%2F..%2F..%2F..%2Fet&error=user_cancelled")]
    [InlineData("state={0}&error=")]
    [InlineData("state={0}&error=no_such_code")]
    [InlineData("state={0}&error=UserCancelled")]
    [InlineData("state={0}&error=%3Cscript%3E")]
    [InlineData("")]
    public async Task A_form_out_of_shape_uses_nothing_up_and_is_not_repeated(string form)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var body = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, attempt.State);
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        var response = await browser.PostAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await BodyAsync(response);
        Assert.Contains("form_malformed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script", page, StringComparison.Ordinal);
        Assert.DoesNotContain(attempt.State, page, StringComparison.Ordinal);
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_out_of_shape()
    {
        await using var town = await Town.StartAsync();
        using var content = new ByteArrayContent([0x73, 0xFF, 0xFE, 0x3D, 0xC0, 0x80]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, (await town.NewBrowser().PostAsync(content)).StatusCode);
    }

    [Fact]
    public async Task Fields_nobody_asked_for_are_dropped_even_when_doubled()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        using var content = new StringContent(
            $"state={attempt.State}&identity=%ZZ&identity=x&pin=1234&error=user_cancelled", Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(content)).StatusCode);
    }

    [Fact]
    public async Task Without_its_cookie_an_attempt_is_refused_and_nothing_is_used_up()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        Answer.LeadsToLoginPage(await town.NewBrowser().PostAsync(attempt.WithError("user_cancelled")), "challenge_missing");
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Fact]
    public async Task A_cookie_of_another_attempt_does_not_serve_this_one()
    {
        await using var town = await Town.StartAsync();
        var victim = town.NewBrowser();
        var attempt = await victim.StartLoginAsync();
        var attacker = town.NewBrowser();
        var other = await attacker.StartLoginAsync();

        victim.Cookies[attempt.CookieName] = attacker.Cookies[other.CookieName];
        Answer.LeadsToLoginPage(await victim.PostAsync(attempt.WithError("user_cancelled")), "challenge_missing");
    }

    [Theory]
    [InlineData("eid-")]
    [InlineData("__HOST-eid-")]
    [InlineData("__host-eid-")]
    [InlineData("__Secure-eid-")]
    public async Task A_cookie_a_sibling_subdomain_could_plant_does_not_count(string prefix)
    {
        await using var town = await Town.StartAsync();
        var attacker = town.NewBrowser();
        var attempt = await attacker.StartLoginAsync();
        var victim = town.NewBrowser();
        victim.Cookies[prefix + attempt.State] = attacker.Cookies[attempt.CookieName];
        Answer.LeadsToLoginPage(await victim.PostAsync(attempt.WithError("user_cancelled")), "challenge_missing");
        await CanStillBeUsedAsync(attacker, attempt);
    }

    [Fact]
    public async Task Two_cookies_of_one_name_count_as_none()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://loket.example.be/signin-eid")
        {
            Content = new FormUrlEncodedContent(attempt.WithError("user_cancelled")),
        };
        request.Headers.Add("Origin", Browser.AgentOrigin);
        request.Headers.Add("Cookie", $"{attempt.CookieName}={browser.Cookies[attempt.CookieName]}; {attempt.CookieName}=planted");
        Answer.LeadsToLoginPage(await town.NewBrowser().SendAsync(request), "challenge_missing");
    }

    [Fact]
    public async Task A_cookie_with_one_bit_turned_does_not_open()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var good = browser.Cookies[attempt.CookieName];
        foreach (var position in new[] { 0, 10, good.Length / 2, good.Length - 2 })
        {
            browser.Cookies[attempt.CookieName] = good[..position] + (good[position] == 'A' ? 'B' : 'A') + good[(position + 1)..];
            Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithError("user_cancelled")), "challenge_missing");
        }

        browser.Cookies[attempt.CookieName] = good;
        await CanStillBeUsedAsync(browser, attempt);
    }

    [Theory]
    [InlineData(299, "user_cancelled")]
    [InlineData(300, "challenge_expired")]
    public async Task A_challenge_lives_for_five_minutes(int seconds, string code)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        town.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithError("user_cancelled")), code);
    }

    [Fact]
    public async Task A_refused_site_without_login_page_says_why_in_the_persons_language()
    {
        await using var town = await Town.StartAsync(options => options.FailurePath = null);
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://loket.example.be/signin-eid")
        {
            Content = new FormUrlEncodedContent(attempt.WithError("user_cancelled")),
        };
        request.Headers.Add("Origin", Browser.AgentOrigin);
        request.Headers.Add("Accept-Language", "it, fr-BE;q=0.9, en;q=0.8");
        var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var page = await BodyAsync(response);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("Rien n&#x2019;a &#xE9;t&#xE9; envoy&#xE9;.", page, StringComparison.Ordinal);
        Assert.Contains("<code>user_cancelled</code>", page, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_can_answer_a_refusal_itself()
    {
        var codes = new List<string>();
        await using var town = await Town.StartAsync(options => options.Events.OnLoginRefused = context =>
        {
            codes.Add(context.Refusal.Code);
            context.Response.StatusCode = 418;
            context.HandleResponse();
            return Task.CompletedTask;
        });
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        Assert.Equal(418, (int)(await browser.PostAsync(attempt.WithError("pin_blocked"))).StatusCode);
        Assert.Equal(["pin_blocked"], codes);
    }

    [Fact]
    public async Task Another_spelling_of_the_callback_is_another_page()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(attempt.WithError("user_cancelled"), path: "/Signin-Eid")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(attempt.WithError("user_cancelled"), path: "/signin-eid/")).StatusCode);
    }

    // The same attempt, posted as it should be, still comes to its own end.
    private static async Task CanStillBeUsedAsync(Browser browser, Attempt attempt) =>
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithError("user_cancelled")), "user_cancelled");

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
