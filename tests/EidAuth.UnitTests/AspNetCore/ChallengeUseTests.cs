using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Challenges;
using EidAuth.Login;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>What a sealed challenge is good for, and how often.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class ChallengeUseTests
{
    [Fact]
    public async Task A_challenge_is_used_up_by_its_first_token_even_one_that_is_refused()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var cookie = browser.Cookies[attempt.CookieName];
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "token_malformed");
        Assert.Empty(browser.Cookies);

        browser.Cookies[attempt.CookieName] = cookie;
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "challenge_used");
    }

    [Fact]
    public async Task Of_two_posts_at_the_same_moment_one_is_looked_at()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await browser.StartLoginAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var tab = town.NewBrowser();
            tab.Cookies[attempt.CookieName] = browser.Cookies[attempt.CookieName];
            return tab.PostAsync(attempt.WithToken("{}"));
        })));
        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString.Contains("token_malformed", StringComparison.Ordinal));
        Assert.Equal(7, answers.Count(answer => answer.Headers.Location!.OriginalString.Contains("challenge_used", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_challenge_from_before_a_restart_is_refused_as_forgotten()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await PlantAsync(town, browser, ChallengePurpose.Login, "https://loket.example.be", town.Clock.GetUtcNow().AddTicks(-1));
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "challenge_forgotten");
    }

    [Fact]
    public async Task A_challenge_to_link_an_account_logs_nobody_in()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await PlantAsync(town, browser, ChallengePurpose.Link("account-7"), "https://loket.example.be", town.Clock.GetUtcNow());
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "purpose_mismatch");
        attempt = await PlantAsync(town, browser, ChallengePurpose.Login, "https://loket.example.be", town.Clock.GetUtcNow());
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "token_malformed");
        Assert.DoesNotContain("account-7", town.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_for_an_origin_that_is_no_longer_configured_does_not_count()
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await PlantAsync(town, browser, ChallengePurpose.Login, "https://old.example.be", town.Clock.GetUtcNow());
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), "challenge_missing");
    }

    [Theory]
    [InlineData(60, "token_malformed")]
    [InlineData(61, "challenge_expired")]
    public async Task A_challenge_from_the_future_counts_as_expired_beyond_a_minute_of_drift(int seconds, string code)
    {
        await using var town = await Town.StartAsync();
        var browser = town.NewBrowser();
        var attempt = await PlantAsync(town, browser, ChallengePurpose.Login, "https://loket.example.be", town.Clock.GetUtcNow().AddSeconds(seconds));
        Answer.LeadsToLoginPage(await browser.PostAsync(attempt.WithToken("{}")), code);
    }

    [Fact]
    public async Task What_another_site_with_the_same_keys_sealed_does_not_open()
    {
        await using var town = await Town.StartAsync();
        var keys = town.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
        var challenge = Issue(ChallengePurpose.Login, "https://loket.example.be", town.Clock.GetUtcNow());
        var own = new ChallengeSeal(keys, BelgianEidDefaults.AuthenticationScheme, "example.be/loket");
        Assert.NotNull(own.Unseal(challenge.Id, own.Seal(challenge)));
        Assert.Null(own.Unseal(challenge.Id, new ChallengeSeal(keys, BelgianEidDefaults.AuthenticationScheme, "example.be/other").Seal(challenge)));
        Assert.Null(own.Unseal(challenge.Id, new ChallengeSeal(keys, "Other", "example.be/loket").Seal(challenge)));
    }

    [Fact]
    public async Task A_seal_keeps_everything()
    {
        await using var town = await Town.StartAsync();
        var properties = new AuthenticationProperties { RedirectUri = "/dossier?nr=7" };
        properties.Items["LoginProvider"] = "BelgianEid";
        var challenge = new Challenge
        {
            Id = "AAECAwQFBgcICQoLDA0ODw",
            Nonce = [.. Enumerable.Range(1, 32).Select(i => (byte)i)],
            Purpose = ChallengePurpose.Link("42"),
            Origin = Parse("https://loket.example.be"),
            Fields = ["identity", "photo"],
            EndHash = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            IssuedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero),
            Properties = properties,
        };
        var back = Seal(town).Unseal(challenge.Id, Seal(town).Seal(challenge))!;
        Assert.Equal(challenge.Nonce, back.Nonce);
        Assert.Equal("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=", back.NonceText);
        Assert.Equal(challenge.Purpose, back.Purpose);
        Assert.Equal(challenge.Origin, back.Origin);
        Assert.Equal(["identity", "photo"], back.Fields);
        Assert.Equal("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", back.EndHash);
        Assert.Equal(challenge.IssuedAt, back.IssuedAt);
        Assert.Equal("/dossier?nr=7", back.Properties.RedirectUri);
        Assert.Equal("BelgianEid", back.Properties.Items["LoginProvider"]);
        Assert.Null(Seal(town).Unseal("AAECAwQFBgcICQoLDA0OEA", Seal(town).Seal(challenge)));
    }

    [Theory]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", true)]
    [InlineData("AAECAwQFBgcICQoLDA0ODx", false)]
    [InlineData("AAECAwQFBgcICQoLDA0OD", false)]
    [InlineData("AAECAwQFBgcICQoLDA0ODwA", false)]
    [InlineData("AAECAwQFBgcICQoLDA0OD=", false)]
    [InlineData("AAECAwQFBgcICQoLDA0O w", false)]
    [InlineData("AAECAwQFBgcICQoLDA0O/w", false)]
    [InlineData(null, false)]
    public void An_id_is_22_characters_of_base64url_in_their_one_spelling(string? text, bool holds) => Assert.Equal(holds, Challenge.IsId(text));

    private static async Task<Attempt> PlantAsync(Town town, Browser browser, ChallengePurpose purpose, string origin, DateTimeOffset issuedAt)
    {
        var attempt = await browser.StartLoginAsync();
        browser.Cookies.Clear();
        var challenge = Issue(purpose, origin, issuedAt);
        browser.Cookies["__Host-eid-" + challenge.Id] = Seal(town).Seal(challenge);
        return attempt with { Query = new(attempt.Query) { ["state"] = challenge.Id, ["nonce"] = challenge.NonceText } };
    }

    private static Challenge Issue(ChallengePurpose purpose, string origin, DateTimeOffset issuedAt) =>
        Challenge.Issue(purpose, Parse(origin), new AuthenticationProperties { RedirectUri = "/me" }, issuedAt);

    private static Origin Parse(string text)
    {
        Assert.True(Origin.TryParse(text, out var origin));
        return origin!;
    }

    private static ChallengeSeal Seal(Town town) =>
        town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme).Setup!.Seal!;
}
