using System.Net;
using System.Security.Claims;
using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Whole logins: simulated card, real session, real token, real responder, real handler.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginTests : IAsyncLifetime
{
    private const string Site = "https://localhost";

    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;

    public async ValueTask InitializeAsync() => cards = await TestCards.StartAsync(clock);

    public ValueTask DisposeAsync() => cards.DisposeAsync();

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task A_citizen_logs_in_and_is_who_the_certificate_says(string id)
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser(Site);
        var response = await LogInAsync(browser, id);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/me", response.Headers.Location!.OriginalString);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal([".AspNetCore.Cookies"], browser.Cookies.Keys);

        var citizen = Citizen.All[id];
        var claims = await ClaimsAsync(browser);
        Assert.Equal(citizen.GivenNames, claims["given_name"].Single());
        Assert.Equal(citizen.Surname, claims["family_name"].Single());
        Assert.Equal($"{citizen.GivenNames} {citizen.Surname}", claims["name"].Single());
        Assert.Equal(["sc", "pin"], claims["amr"]);
        Assert.Equal("be-eid", claims["acr"].Single());
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), claims["auth_time"].Single());
        Assert.Equal("true", claims["eid:test_trust"].Single());
        Assert.Equal("1", claims["eid:sub_key_id"].Single());
        Assert.Equal(43, claims["sub"].Single().Length);
        Assert.Equal(claims["sub"], claims[ClaimTypes.NameIdentifier]);
        Assert.DoesNotContain(BelgianEidClaimTypes.NationalNumber, claims.Select(claim => claim.Key));
        Assert.DoesNotContain(claims.SelectMany(claim => claim), value => value.Contains(citizen.NationalNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_posts_of_one_good_token_at_the_same_moment_exactly_one_logs_in()
    {
        await using var town = await StartAsync();
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("adult-18", Site, attempt.Nonce);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var tab = town.NewBrowser(Site);
            tab.Cookies[attempt.CookieName] = browser.Cookies[attempt.CookieName];
            return tab.PostAsync(attempt.WithToken(token, chain));
        })));
        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString == "/me");
        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString.StartsWith("/login?eid=challenge_used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_below_a_path_logs_in_too()
    {
        await using var town = await StartAsync(pathBase: "/loket");
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync("/loket/eid?to=/loket/me");
        var (token, chain) = cards.Sign("adult-17", Site, attempt.Nonce);
        var response = await browser.PostAsync(attempt.WithToken(token, chain), path: "/loket/signin-eid");
        Assert.Equal("/loket/me", response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/loket/me")).StatusCode);
    }

    [Fact]
    public async Task Holder_and_issuing_ca_are_asked_about_and_answers_are_kept_for_their_minute()
    {
        await using var town = await StartAsync();
        await LogInAsync(town.NewBrowser(Site), "adult-18");
        Assert.Equal(2, cards.Questions);
        await LogInAsync(town.NewBrowser(Site), "adult-18");
        Assert.Equal(2, cards.Questions);
        await LogInAsync(town.NewBrowser(Site), "born-2003");
        Assert.Equal(3, cards.Questions);
    }

    [Fact]
    public async Task The_subject_is_the_same_after_another_login_and_another_at_another_site()
    {
        await using var town = await StartAsync();
        await using var other = await StartAsync(options => options.SiteId = "example.be/other");
        var (first, second, elsewhere) = (town.NewBrowser(Site), town.NewBrowser(Site), other.NewBrowser(Site));
        await LogInAsync(first, "adult-18");
        await LogInAsync(second, "adult-18");
        await LogInAsync(elsewhere, "adult-18");
        var subject = (await ClaimsAsync(first))["sub"].Single();
        Assert.Equal(subject, (await ClaimsAsync(second))["sub"].Single());
        Assert.NotEqual(subject, (await ClaimsAsync(elsewhere))["sub"].Single());
    }

    [Fact]
    public async Task The_national_number_comes_only_with_its_option_and_the_log_says_that_it_was_given()
    {
        await using var town = await StartAsync(options => options.IncludeNationalNumber = true);
        var browser = town.NewBrowser(Site);
        await LogInAsync(browser, "adult-18");
        Assert.Equal(Citizen.All["adult-18"].NationalNumber, (await ClaimsAsync(browser))[BelgianEidClaimTypes.NationalNumber].Single());
        Assert.Single(town.Log.Of(3015));
        Assert.DoesNotContain(Citizen.All["adult-18"].NationalNumber, town.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_with_test_anchors_is_said_so_each_time()
    {
        await using var town = await StartAsync();
        Assert.Contains("TEST TRUST", Assert.Single(town.Log.Of(3001)).Text, StringComparison.Ordinal);
        await LogInAsync(town.NewBrowser(Site), "adult-18");
        Assert.Contains("TEST TRUST", Assert.Single(town.Log.Of(3013)).Text, StringComparison.Ordinal);
        Assert.Empty(town.Log.Of(3012));
    }

    [Fact]
    public async Task A_site_with_test_anchors_does_not_start_for_an_outside_origin()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options => options.Origins.Add("https://loket.example.be")));
        Assert.Contains("TEST TRUST", exception.Message, StringComparison.Ordinal);
        Assert.Contains("https://loket.example.be", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_a_test_pki_leads_nowhere_at_a_real_site()
    {
        await using var town = await StartAsync(options => options.Trust.TestAnchorsFolder = null);
        Answer.LeadsToLoginPage(await LogInAsync(town.NewBrowser(Site), "adult-18"), "chain_untrusted");
        Assert.Equal(0, cards.Questions);
    }

    [Fact]
    public async Task A_token_without_its_issuing_ca_is_refused_unless_the_site_has_it()
    {
        await using var town = await StartAsync(options => options.Revocation.FetchIssuers = false);
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign("adult-18", Site, attempt.Nonce);
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken(token)), "issuer_unknown");
        Assert.Single(town.Log.Of(3033));
        Assert.Equal(0, cards.Questions);

        var folder = Directory.CreateTempSubdirectory("eidauth-issuers-");
        try
        {
            var certificates = JsonSerializer.Deserialize<byte[][]>(chain)!;
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "citizen-ca.crt"), certificates[0], TestContext.Current.CancellationToken);
            await using var supplied = await StartAsync(options => (options.IssuersFolder, options.Revocation.FetchIssuers) = (folder.FullName, false));
            var other = supplied.NewBrowser(Site);
            var second = await other.StartLoginAsync();
            Assert.Equal("/me", (await other.PostAsync(second.WithToken(cards.Sign("adult-18", Site, second.Nonce).Token))).Headers.Location!.OriginalString);
            Assert.Empty(supplied.Log.Of(3003));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_revoked_card_is_refused_and_the_log_has_the_code()
    {
        await using var town = await StartAsync();
        Answer.LeadsToLoginPage(await LogInAsync(town.NewBrowser(Site), "revoked"), "certificate_revoked");
        Assert.Contains("certificate_revoked", Assert.Single(town.Log.Of(3014)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_and_outages_of_the_responder_are_never_a_pass()
    {
        await using var town = await StartAsync();
        await RefusedAsync("ocsp_unavailable", context => StatusAsync(context, 500));
        await RefusedAsync("ocsp_unavailable", context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await RefusedAsync("ocsp_unavailable", context => context.Response.WriteAsync("<html>captive portal</html>", context.RequestAborted));
        await RefusedAsync("ocsp_unavailable", context => BytesAsync(context, new byte[70_000]));
        await RefusedAsync("ocsp_unavailable", context => BytesAsync(context, [0x30, 0x03, 0x0A, 0x01, 0x06]));
        await RefusedAsync("ocsp_malformed", context => BytesAsync(context, [0x30, 0x82, 0xFF]));

        // The next honest login is none the worse.
        cards.Misbehave = _ => Task.FromResult(false);
        Assert.Equal("/me", (await LogInAsync(town.NewBrowser(Site), "adult-18")).Headers.Location!.OriginalString);

        async Task RefusedAsync(string code, Func<HttpContext, Task> answer)
        {
            cards.Misbehave = async context =>
            {
                await answer(context);
                return true;
            };
            Answer.LeadsToLoginPage(await LogInAsync(town.NewBrowser(Site), "adult-18"), code);
        }
    }

    [Fact]
    public async Task A_host_that_does_not_answer_costs_three_seconds_for_the_responder_and_one_for_the_list_and_no_more()
    {
        await using var town = await StartAsync();
        var asked = new SemaphoreSlim(0);
        cards.Misbehave = async context =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return true;
        };
        var login = LogInAsync(town.NewBrowser(Site), "adult-18");
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(login.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(3));
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(login.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Answer.LeadsToLoginPage(await login, "ocsp_unavailable");
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(-31, 1)]
    public async Task A_clock_that_is_off_by_half_a_minute_is_warned_about(int seconds, int warnings)
    {
        await using var skewed = await TestCards.StartAsync(clock, TimeSpan.FromSeconds(seconds));
        await using var town = await StartAsync();
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = skewed.Sign("adult-18", Site, attempt.Nonce);
        Assert.Equal("/me", (await browser.PostAsync(attempt.WithToken(token, chain))).Headers.Location!.OriginalString);
        Assert.Equal(warnings, town.Log.Of(3032).Count);
    }

    [Fact]
    public async Task The_site_can_add_claims_and_can_refuse()
    {
        var refuse = false;
        await using var town = await StartAsync(options => options.Events.OnLoginVerified = context =>
        {
            ((ClaimsIdentity)context.Principal.Identity!).AddClaim(new Claim("town", "Voorbeeldegem"));
            if (refuse)
            {
                context.Refuse();
            }

            return Task.CompletedTask;
        });
        var browser = town.NewBrowser(Site);
        await LogInAsync(browser, "adult-18");
        Assert.Equal("Voorbeeldegem", (await ClaimsAsync(browser))["town"].Single());

        refuse = true;
        var second = town.NewBrowser(Site);
        Answer.LeadsToLoginPage(await LogInAsync(second, "adult-18"), "refused_by_site");
        Assert.Empty(second.Cookies);
    }

    [Fact]
    public async Task Nothing_of_the_person_or_the_card_is_logged_at_any_level()
    {
        var citizen = Citizen.All["adult-18"] with { Id = "canary", Surname = "Zwartkanarievogel", GivenNames = "Quirijntje Xanthippe" };
        await using var town = await StartAsync(options => options.IncludeNationalNumber = true);
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign(citizen, Site, attempt.Nonce);
        Assert.Equal("/me", (await browser.PostAsync(attempt.WithToken(token, chain))).Headers.Location!.OriginalString);
        Answer.LeadsToLoginPage(await LogInAsync(town.NewBrowser(Site), "revoked"), "certificate_revoked");
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken(token, chain)), "challenge_missing");
        clock.Advance(TimeSpan.FromMinutes(2));
        cards.Misbehave = async context =>
        {
            await StatusAsync(context, 500);
            return true;
        };
        Answer.LeadsToLoginPage(await LogInAsync(town.NewBrowser(Site), "adult-18"), "ocsp_unavailable");

        var certificate = JsonDocument.Parse(token).RootElement.GetProperty("unverifiedCertificate").GetBytesFromBase64();
        using var loaded = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(certificate);
        var signature = JsonDocument.Parse(token).RootElement.GetProperty("signature").GetString()!;
        string[] canaries =
        [
            citizen.NationalNumber, "Zwartkanarievogel", "Quirijntje", "Xanthippe", loaded.SerialNumber, loaded.Subject, loaded.Thumbprint,
            Convert.ToBase64String(certificate)[..40], signature[..40], browser.Cookies[".AspNetCore.Cookies"][..40], attempt.Nonce,
        ];
        Assert.Contains("Login refused", town.Log.Text, StringComparison.Ordinal);
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, town.Log.Text, StringComparison.OrdinalIgnoreCase));
    }

    private Task<Town> StartAsync(Action<BelgianEidOptions>? configure = null, string? pathBase = null) => Town.StartAsync(
        options =>
        {
            options.Origins.Clear();
            options.Origins.Add(Site);
            options.Trust.UseTestAnchors(cards.AnchorsFolder);
            configure?.Invoke(options);
        },
        clock,
        pathBase: pathBase);

    private async Task<HttpResponseMessage> LogInAsync(Browser browser, string citizen)
    {
        var attempt = await browser.StartLoginAsync();
        var (token, chain) = cards.Sign(citizen, Site, attempt.Nonce);
        return await browser.PostAsync(attempt.WithToken(token, chain));
    }

    private static async Task<ILookup<string, string>> ClaimsAsync(Browser browser)
    {
        var json = await (await browser.GetAsync("/me")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(json).RootElement.EnumerateArray()
            .ToLookup(claim => claim.GetProperty("type").GetString()!, claim => claim.GetProperty("value").GetString()!);
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task BytesAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/ocsp-response";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
