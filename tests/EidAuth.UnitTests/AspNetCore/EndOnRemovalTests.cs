using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Callback;
using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The site's side of docs/protocol.md, section 5: the agent says that the card left, and the session that began with it ends.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EndOnRemovalTests : IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;

    public async ValueTask InitializeAsync() => cards = await TestCards.StartAsync(clock);

    public ValueTask DisposeAsync() => cards.DisposeAsync();

    [Fact]
    public async Task The_session_ends_when_the_card_leaves_in_every_copy_of_its_cookie_and_no_other_does()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var (browser, attempt, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        var (other, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-17");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(town, attempt)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/me")).StatusCode);
        Assert.Contains("1 sessions", Assert.Single(town.Log.Of(3042)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_the_agents_alone_and_the_site_keeps_its_hash()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var end = End(attempt);
        Assert.Equal(32, Base64Url.DecodeFromChars(end).Length);
        var seal = town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme).Setup!.Seal!;
        var challenge = seal.Unseal(attempt.State, browser.Cookies[attempt.CookieName])!;
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(end))), challenge.EndHash);
        Assert.DoesNotContain(challenge.Properties.Items, item => item.Value == end);

        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, attempt.Nonce);
        await browser.PostAsync(attempt.WithToken(token, chain));
        await RemoveAsync(town, attempt);
        Assert.DoesNotContain(end, town.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(challenge.EndHash!, town.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_challenge_has_a_text_of_its_own()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var browser = town.NewBrowser(AccountsTown.Site);
        Assert.NotEqual(End(await browser.StartLoginAsync()), End(await browser.StartLoginAsync()));
    }

    [Fact]
    public async Task A_card_that_leaves_before_the_login_is_verified_leaves_no_session_behind()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var browser = town.NewBrowser(AccountsTown.Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, attempt.Nonce);
        Assert.Equal(HttpStatusCode.NoContent, (await RemoveAsync(town, attempt)).StatusCode);
        await browser.PostAsync(attempt.WithToken(token, chain));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
        Assert.Empty(town.Log.Of(3042));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_site_with_accounts_carries_it_to_its_own_session_even_when_the_card_left_on_the_page_between(bool leavesBefore)
    {
        await using var town = await AccountsTown.StartAsync(cards, clock, EndOnRemoval);
        var (browser, attempt, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        if (leavesBefore)
        {
            await RemoveAsync(town, attempt);
            clock.Advance(TimeSpan.FromMinutes(12));
            await browser.GetAsync("/take");
        }
        else
        {
            await browser.GetAsync("/take");
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
            await RemoveAsync(town, attempt);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_text_gets_the_same_answer_and_ends_nothing()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var (browser, attempt, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        var unknown = await PostAsync(town, "end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        var known = await RemoveAsync(town, attempt);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (unknown.StatusCode, known.StatusCode));
        Assert.Equal(unknown.Headers.ToString(), known.Headers.ToString());
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("end=")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8A")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8%3D")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8&end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8&x=1")]
    [InlineData("END=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("état=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    public async Task A_form_of_another_shape_is_400(string body)
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(town, body)).StatusCode);
    }

    [Theory]
    [InlineData(256, HttpStatusCode.NoContent)]
    [InlineData(257, HttpStatusCode.BadRequest)]
    public async Task A_long_form_is_not_read_to_its_end(int length, HttpStatusCode status)
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var body = "end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        Assert.Equal(status, (await PostAsync(town, body.PadRight(length, '&'))).StatusCode);
    }

    [Fact]
    public async Task Another_content_type_is_400_and_another_method_405()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var browser = town.NewBrowser(AccountsTown.Site);
        using var text = new StringContent("end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", Encoding.ASCII, "text/plain");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(text, origin: null, path: "/signin-eid/end")).StatusCode);
        var get = await browser.GetAsync("/signin-eid/end?end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal("POST", Assert.Single(get.Content.Headers.Allow));
    }

    [Fact]
    public async Task Neither_origin_nor_cookies_count_and_none_is_set()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, EndOnRemoval);
        var (browser, attempt, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        using var content = new StringContent("end=" + End(attempt), Encoding.ASCII, "application/x-www-form-urlencoded");
        var answer = await town.NewBrowser(AccountsTown.Site).PostAsync(content, origin: "https://elsewhere.example", path: "/signin-eid/end");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(Browser.SetCookies(answer));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task A_site_that_does_not_want_it_does_not_ask_and_does_not_answer()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock);
        var (browser, attempt, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        Assert.DoesNotContain("end", attempt.Query.Keys);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(town, "end=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Without_sessions_on_the_server_the_site_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Town.StartAsync(EndOnRemoval));
        Assert.Contains(".AddServerSessions(\"Cookies\")", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_login_left_in_the_properties_does_not_count()
    {
        await using var town = await AccountsTown.StartAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-18", "/eid-with-what-is-left");
        Assert.Equal("login; 1; 09:00:00; ", await AccountsTown.TextAsync(browser, "/proven"));
    }

    [Fact]
    public void One_address_is_heard_so_often_and_no_oftener_and_others_are_heard_all_the_same()
    {
        using var limit = new EndLimit();
        var (one, neighbour, other) = (IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"), IPAddress.Parse("192.0.2.1"));
        for (var i = 0; i < EndLimit.AtOnce; i++)
        {
            Assert.True(limit.Takes(one));
        }

        // Tokens come back while a loaded machine counts.
        Assert.Contains(Enumerable.Range(0, 10_000), _ => !limit.Takes(neighbour));
        Assert.True(limit.Takes(other));
        Assert.True(limit.Takes(null));
    }

    private static void EndOnRemoval(BelgianEidOptions options) => options.EndOnRemoval = true;

    private static string End(Attempt attempt) => attempt.Query["end"].Single()!;

    private static Task<HttpResponseMessage> RemoveAsync(Town town, Attempt attempt) => PostAsync(town, "end=" + End(attempt));

    // As the agent sends it: from itself, with nothing of the browser's.
    private static async Task<HttpResponseMessage> PostAsync(Town town, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        return await town.NewBrowser(AccountsTown.Site).PostAsync(content, origin: null, path: "/signin-eid/end");
    }
}
