using System.Net;
using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>What a card proved counts for the purpose it was asked for, and for the person it was asked of.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PurposeTests : IAsyncLifetime
{
    private readonly ManualTimeProvider clock = new();
    private TestCards cards = null!;

    public async ValueTask InitializeAsync() => cards = await TestCards.StartAsync(clock);

    public ValueTask DisposeAsync() => cards.DisposeAsync();

    [Theory]
    [InlineData("", "login; 1; 09:00:00; ")]
    [InlineData("&link=account-7", "link account-7; 1; 09:00:00; ")]
    [InlineData("&again=session-7", "again session-7; 1; 09:00:00; ")]
    public async Task A_page_with_accounts_reads_what_the_answer_was_for(string query, string proven)
    {
        await using var town = await AccountsTown.StartAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-18", "/eid?to=/proven" + query);
        Assert.Equal(proven, await AccountsTown.TextAsync(browser, "/proven"));
    }

    [Theory]
    [InlineData("/eid?to=/proven", "/eid?to=/proven&link=account-7", "link account-7")]
    [InlineData("/eid?to=/proven&link=account-7", "/eid?to=/proven", "login")]
    [InlineData("/eid?to=/proven&link=account-7", "/eid?to=/proven&link=account-8", "link account-8")]
    public async Task An_answer_signed_for_one_purpose_is_refused_at_anothers_challenge(string signedFor, string postedAt, string honest)
    {
        await using var town = await AccountsTown.StartAsync(cards, clock);
        var browser = town.NewBrowser(AccountsTown.Site);
        var signed = await browser.StartLoginAsync(signedFor);
        var (token, chain) = cards.Sign("adult-18", AccountsTown.Site, signed.Nonce);
        var other = await browser.StartLoginAsync(postedAt);
        Answer.LeadsToLoginPage(await browser.PostAsync(other.WithToken(token, chain)), "token_signature_invalid");
        Assert.Equal("nothing", await AccountsTown.TextAsync(browser, "/proven"));

        (browser, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-18", postedAt, browser);
        Assert.StartsWith(honest + ";", await AccountsTown.TextAsync(browser, "/proven"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_proves_again_at_a_site_that_signs_in_at_once()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        var before = await ClaimsAsync(browser);
        clock.Advance(TimeSpan.FromMinutes(20));
        var (_, _, answer) = await AccountsTown.LogInAsync(town, cards, "adult-18", $"/eid?to=/me&again={before["sub"]}", browser);

        Assert.Equal("/me", answer.Headers.Location!.OriginalString);
        var after = await ClaimsAsync(browser);
        Assert.Equal(before["sub"], after["sub"]);
        Assert.Equal(after["auth_time"], after["eid:proven_at"]);
        Assert.Equal(20 * 60, Seconds(after) - Seconds(before));
    }

    [Fact]
    public async Task Another_persons_card_does_not_prove_again_and_the_session_is_whose_it_was()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(town, cards, "adult-18");
        var before = await ClaimsAsync(browser);
        var (_, _, answer) = await AccountsTown.LogInAsync(town, cards, "adult-17", $"/eid?to=/me&again={before["sub"]}", browser);

        Answer.LeadsToLoginPage(answer, "another_person");
        Assert.Equal(before, await ClaimsAsync(browser));
        Assert.Contains("another_person", town.Log.Of(3014)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_begun_under_an_older_key_is_proven_again_under_the_newest()
    {
        await using var before = await AccountsTown.StartAtOnceAsync(cards, clock);
        var (browser, _, _) = await AccountsTown.LogInAsync(before, cards, "adult-18");
        var subject = (await ClaimsAsync(browser))["sub"];
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock, options =>
        {
            options.PseudonymKey = null;
            options.PseudonymKeys.Add(new() { Id = "2", Key = "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=" });
            options.PseudonymKeys.Add(new() { Id = "1", Key = Town.PseudonymKey });
        });
        var (again, _, answer) = await AccountsTown.LogInAsync(town, cards, "adult-18", $"/eid?to=/me&again={subject}");
        Assert.Equal("/me", answer.Headers.Location!.OriginalString);
        Assert.NotEqual(subject, (await ClaimsAsync(again))["sub"]);
        Assert.Equal("2", (await ClaimsAsync(again))["eid:sub_key_id"]);
    }

    [Fact]
    public async Task A_challenge_to_link_has_nobody_to_ask_for_it_at_a_site_that_signs_in_at_once()
    {
        await using var town = await AccountsTown.StartAtOnceAsync(cards, clock);
        var (browser, _, answer) = await AccountsTown.LogInAsync(town, cards, "adult-18", "/eid?to=/me&link=account-7");
        Answer.LeadsToLoginPage(answer, "purpose_mismatch");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task The_sites_own_event_sees_purpose_and_subjects()
    {
        LoginVerifiedContext? seen = null;
        await using var town = await AccountsTown.StartAsync(cards, clock, options => options.Events.OnLoginVerified = context =>
        {
            seen = context;
            return Task.CompletedTask;
        });
        await AccountsTown.LogInAsync(town, cards, "adult-18", "/eid?to=/me&link=account-7");
        Assert.Equal("account-7", seen!.Purpose.Account);
        Assert.Equal(seen.Principal.FindFirst("sub")!.Value, Assert.Single(seen.Subjects).Value);
    }

    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 1)]
    [InlineData(false, false, 0)]
    public async Task Each_release_of_the_national_number_is_noted_also_when_the_sites_event_refuses_then(bool given, bool refuses, int lines)
    {
        await using var town = await AccountsTown.StartAsync(cards, clock, options =>
        {
            options.IncludeNationalNumber = given;
            options.Events.OnLoginVerified = context =>
            {
                if (refuses)
                {
                    context.Refuse();
                }

                return Task.CompletedTask;
            };
        });
        await AccountsTown.LogInAsync(town, cards, "adult-18", "/eid?to=/me&link=account-7");
        Assert.Equal(lines, town.Log.Of(3015).Count(line => line.Level == LogLevel.Information));
        Assert.All(town.Log.Of(3015), line => Assert.Contains("given to https://localhost as a claim, purpose link.", line.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(EidAuth.Simulator.Cards.Citizen.All["adult-18"].NationalNumber, town.Log.Text, StringComparison.Ordinal);
    }

    private static long Seconds(Dictionary<string, string> claims) => long.Parse(claims["eid:proven_at"], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, string>> ClaimsAsync(Browser browser)
    {
        using var json = JsonDocument.Parse(await AccountsTown.TextAsync(browser, "/me"));
        return json.RootElement.EnumerateArray().GroupBy(claim => claim.GetProperty("type").GetString()!)
            .ToDictionary(type => type.Key, type => string.Join(' ', type.Select(claim => claim.GetProperty("value").GetString())));
    }
}
