using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Sessions;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>A session from its login to its end, seen from browsers: what the cookie is worth, and what is not in it.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ServerSessionTests
{
    [Fact]
    public async Task The_person_and_what_was_kept_come_from_the_server_and_the_cookie_has_a_key_alone()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");

        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(browser));
        var cookie = browser.Cookies[SessionSite.Cookie];
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookies");
        var inside = options.TicketDataFormat.Unprotect(cookie)!;
        Assert.Equal(43, Assert.Single(inside.Principal.Claims).Value.Length);
        Assert.DoesNotContain("typed", inside.Properties.Items.Keys);
        Assert.Equal([".expires", ".issued"], inside.Properties.Items.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_signs_in_sees_their_own_properties_again_and_so_does_the_site()
    {
        string? seen = null;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnSignedIn = context =>
        {
            seen = $"{context.Principal!.Claims.First().Value}; {context.Properties.Items["typed"]}";
            return Task.CompletedTask;
        });
        Assert.Equal("street and number", await SessionSite.AskAsync(site.NewBrowser(), "/in/anna"));
        Assert.Equal("anna; street and number", seen);
    }

    [Fact]
    public async Task The_store_has_neither_the_key_nor_anything_to_read()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        var key = Key(site, browser);
        var stored = await site.Store.FindAsync(Hash(key), TestContext.Current.CancellationToken);

        Assert.NotNull(stored);
        Assert.Null(await site.Store.FindAsync(key, TestContext.Current.CancellationToken));
        Assert.False(stored.Ticket.Span.IndexOf("street"u8) >= 0);
        Assert.False(stored.Ticket.Span.IndexOf("anna"u8) >= 0);
        Assert.DoesNotContain("anna", stored + " " + stored.Session, StringComparison.Ordinal);
        Assert.DoesNotContain(key, site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_copied_to_another_sessions_row_opens_nothing()
    {
        await using var site = await SessionSite.StartAsync();
        var (anna, mallory) = (await site.LogInAsync("anna"), await site.LogInAsync("mallory"));
        var (hers, his) = (await StoredAsync(site, anna), await StoredAsync(site, mallory));
        Assert.True(await site.Store.ReplaceAsync(his.KeyHash, his with { Ticket = hers.Ticket }, TestContext.Current.CancellationToken));

        Assert.Equal("nobody", await SessionSite.AskAsync(mallory));
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(anna));
    }

    [Theory]
    [InlineData("Cookies", "anna pwd; street")]
    [InlineData("Other", "nobody")]
    public async Task A_row_moved_to_another_scheme_opens_nothing_there(string sealedFor, string who)
    {
        await using var site = await SessionSite.StartAsync();
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookies");
        var (key, now) = (SessionKey.Draw(), site.Clock.GetUtcNow());
        var ticket = new AuthenticationTicket(SessionSite.Person("anna", "pwd"), sealedFor);
        ticket.Properties.Items["typed"] = "street";
        var row = new ServerSession { Id = "a", Scheme = "Cookies", BegunAt = now, LastSeenAt = now, ExpiresAt = now.AddMinutes(5), EndsAt = now.AddMinutes(5) };
        await site.Store.AddAsync(
            new(row, SessionKey.HashOf(key), site.Services.GetRequiredService<SessionSeal>().Seal(SessionKey.HashOf(key), ticket)), TestContext.Current.CancellationToken);
        var browser = site.NewBrowser();
        browser.Cookies[SessionSite.Cookie] = options.TicketDataFormat.Protect(new(SessionKey.InPlaceOfPrincipal(key, "Cookies"), "Cookies"));
        Assert.Equal(who, await SessionSite.AskAsync(browser));
    }

    [Fact]
    public async Task A_login_never_goes_on_with_a_cookie_that_was_there_before_it()
    {
        await using var site = await SessionSite.StartAsync();
        var attacker = await site.LogInAsync("mallory");
        var victim = site.CopyOf(attacker);
        await victim.GetAsync("/in/anna");

        Assert.NotEqual(attacker.Cookies[SessionSite.Cookie], victim.Cookies[SessionSite.Cookie]);
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(victim));
        Assert.Equal("nobody", await SessionSite.AskAsync(attacker));
    }

    [Fact]
    public async Task A_second_login_of_the_same_account_is_a_session_of_its_own_too()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        var before = await SessionSite.AskAsync(browser, "/current");
        var copy = site.CopyOf(browser);
        await browser.GetAsync("/in/anna");
        Assert.NotEqual(before, await SessionSite.AskAsync(browser, "/current"));
        Assert.Equal("nobody", await SessionSite.AskAsync(copy));
    }

    [Fact]
    public async Task A_logout_ends_every_copy_of_the_cookie_and_no_other_session()
    {
        await using var site = await SessionSite.StartAsync();
        var (browser, elsewhere) = (await site.LogInAsync("anna"), await site.LogInAsync("anna"));
        var copy = site.CopyOf(browser);
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(copy));
        await browser.GetAsync("/out");

        Assert.DoesNotContain(SessionSite.Cookie, browser.Cookies.Keys);
        Assert.Equal("nobody", await SessionSite.AskAsync(copy));
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(elsewhere));
    }

    [Theory]
    [InlineData(29, "anna pwd; street and number")]
    [InlineData(30, "nobody")]
    public async Task A_session_that_is_not_used_ends(int minutes, string who)
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        site.Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(who, await SessionSite.AskAsync(browser));
    }

    [Fact]
    public async Task A_session_that_is_used_goes_on_until_its_absolute_end()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        for (var minutes = 20; minutes < 8 * 60; minutes += 20)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(browser));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("nobody", await SessionSite.AskAsync(browser));
    }

    [Fact]
    public async Task A_login_that_is_to_be_kept_ends_on_the_server_all_the_same()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna", "?kept=true");
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("nobody", await SessionSite.AskAsync(browser));
    }

    [Fact]
    public async Task That_it_was_used_is_noted_once_a_minute()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        var begun = site.Clock.GetUtcNow();
        site.Clock.Advance(TimeSpan.FromSeconds(59));
        await SessionSite.AskAsync(browser);
        Assert.Equal(begun, (await StoredAsync(site, browser)).Session.LastSeenAt);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await SessionSite.AskAsync(browser);
        Assert.Equal(begun + TimeSpan.FromMinutes(1), (await StoredAsync(site, browser)).Session.LastSeenAt);
        Assert.Equal(begun + TimeSpan.FromMinutes(31), (await StoredAsync(site, browser)).Session.ExpiresAt);
    }

    [Fact]
    public async Task Step_up_keeps_the_session_and_changes_its_key()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna", "?end=of-the-card");
        var (copy, before) = (site.CopyOf(browser), (await StoredAsync(site, browser)).Session);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("stronger", await SessionSite.AskAsync(browser, "/stronger/anna"));

        Assert.Equal("anna sc; street and number", await SessionSite.AskAsync(browser));
        Assert.Equal("nobody", await SessionSite.AskAsync(copy));
        var after = (await StoredAsync(site, browser)).Session;
        Assert.Equal((before.Id, before.BegunAt, before.EndsAt, "of-the-card"), (after.Id, after.BegunAt, after.EndsAt, after.EndHash));
        Assert.Equal(["sc"], after.How);
        Assert.Equal(before.Id, await SessionSite.AskAsync(browser, "/current"));
    }

    [Fact]
    public async Task Another_account_is_never_the_same_session()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        var before = await SessionSite.AskAsync(browser, "/current");
        await browser.GetAsync("/stronger/berta");
        Assert.Equal("berta sc; street and number", await SessionSite.AskAsync(browser));
        Assert.NotEqual(before, await SessionSite.AskAsync(browser, "/current"));
    }

    [Fact]
    public async Task Signing_in_again_with_what_the_session_has_refreshes_it()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = await site.LogInAsync("anna");
        var (copy, before) = (site.CopyOf(browser), (await StoredAsync(site, browser)).Session);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await browser.GetAsync("/again");
        var after = (await StoredAsync(site, browser)).Session;
        Assert.Equal((before.Id, before.BegunAt, before.EndsAt), (after.Id, after.BegunAt, after.EndsAt));
        Assert.Equal("nobody", await SessionSite.AskAsync(copy));
    }

    [Fact]
    public async Task Nobody_steps_up_without_a_session()
    {
        await using var site = await SessionSite.StartAsync();
        var browser = site.NewBrowser();
        Assert.Equal("over", await SessionSite.AskAsync(browser, "/stronger/anna"));
        Assert.Equal("none", await SessionSite.AskAsync(browser, "/current"));
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task A_cookie_of_the_time_before_server_sessions_is_nobodys()
    {
        await using var site = await SessionSite.StartAsync();
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookies");
        var browser = site.NewBrowser();
        browser.Cookies[SessionSite.Cookie] = options.TicketDataFormat.Protect(new(SessionSite.Person("anna", "pwd"), "Cookies"));
        Assert.Equal("nobody", await SessionSite.AskAsync(browser));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/out")).StatusCode);
    }

    [Theory]
    [InlineData(1, 480)]
    [InlineData(30, 29)]
    [InlineData(30, 43_201)]
    public async Task Times_that_cannot_hold_end_the_start(int idle, int absolute)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => SessionSite.StartAsync(
            sessions: sessions => (sessions.IdleTime, sessions.AbsoluteTime) = (TimeSpan.FromMinutes(idle), TimeSpan.FromMinutes(absolute))));
        Assert.Contains("IdleTime is at least two minutes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_that_sessions_are_kept_in_one_process()
    {
        await using var site = await SessionSite.StartAsync();
        Assert.Single(site.Log.Of(3041));
    }

    private static string Key(SessionSite site, Browser browser) =>
        site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookies").TicketDataFormat
            .Unprotect(browser.Cookies[SessionSite.Cookie])!.Principal.Claims.Single().Value;

    private static string Hash(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    private static async Task<SealedServerSession> StoredAsync(SessionSite site, Browser browser) =>
        (await site.Store.FindAsync(Hash(Key(site, browser)), TestContext.Current.CancellationToken))!;
}
