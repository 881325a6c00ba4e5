using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.StepUp;

/// <summary>What claims satisfy the requirement, asked as a page asks: by the authorization service.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EidRequirementTests : IAsyncLifetime
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly ManualTimeProvider clock = new();
    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.StartAsync(clock: clock);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    [InlineData(-1, false)]
    public async Task A_card_login_counts_for_its_time_and_not_from_the_future(int secondsAgo, bool satisfied) =>
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(TenMinutes), Card(secondsAgo)));

    [Fact]
    public async Task Of_ten_minutes_the_last_second_counts_in_full()
    {
        var person = Card(600);
        Assert.True(await SatisfiesAsync(new EidRequirement(TenMinutes), person));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await SatisfiesAsync(new EidRequirement(TenMinutes), person));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1_000_000, true)]
    [InlineData(-1, false)]
    public async Task Without_an_age_any_card_login_of_the_session_counts(int secondsAgo, bool satisfied) =>
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(), Card(secondsAgo)));

    [Theory]
    [InlineData("ocsp", false, true)]
    [InlineData("crl", false, true)]
    [InlineData("grace", false, false)]
    [InlineData("grace", true, true)]
    public async Task A_login_by_grace_counts_only_where_the_site_says_so(string revocation, bool allowed, bool satisfied) =>
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(TenMinutes) { AllowGrace = allowed }, Card(1, revocation)));

    [Fact]
    public async Task Nobody_and_a_password_do_not_count()
    {
        var password = new ClaimsIdentity([Now("auth_time"), new Claim("amr", "pwd"), new Claim(BelgianEidClaimTypes.Revocation, "ocsp")], "Cookies");
        Assert.False(await SatisfiesAsync(new EidRequirement(), password));
        Assert.False(await SatisfiesAsync(new EidRequirement(), new ClaimsIdentity()));
        Assert.False(await SatisfiesAsync(new EidRequirement(), new ClaimsIdentity(Card(1).Claims)));
    }

    [Theory]
    [InlineData("BelgianEid", true)]
    [InlineData(ClaimsIdentity.DefaultIssuer, true)]
    [InlineData("Fake", false)]
    public async Task A_claim_of_that_name_from_another_provider_is_no_card(string issuer, bool satisfied)
    {
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(), Card(1, issuer: issuer)));
        var mixed = new ClaimsIdentity([Now(BelgianEidClaimTypes.ProvenAt), new Claim(BelgianEidClaimTypes.Revocation, "ocsp", ClaimValueTypes.String, issuer)], "Cookies");
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(), mixed));
    }

    [Fact]
    public async Task Time_and_revocation_must_be_of_one_identity_and_one_each()
    {
        var time = new ClaimsIdentity([Now(BelgianEidClaimTypes.ProvenAt)], "Cookies");
        var revocation = new ClaimsIdentity([new Claim(BelgianEidClaimTypes.Revocation, "ocsp")], "Cookies");
        Assert.False(await SatisfiesAsync(new EidRequirement(), time));
        Assert.False(await SatisfiesAsync(new EidRequirement(), time, revocation));
        var twice = Card(1);
        twice.AddClaim(Now(BelgianEidClaimTypes.ProvenAt));
        Assert.False(await SatisfiesAsync(new EidRequirement(), twice));
        var torn = Card(1);
        torn.AddClaim(new Claim(BelgianEidClaimTypes.Revocation, "grace"));
        Assert.False(await SatisfiesAsync(new EidRequirement(), torn));
        Assert.True(await SatisfiesAsync(new EidRequirement(), new ClaimsIdentity("Cookies"), Card(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData(" 5")]
    [InlineData("1e3")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public async Task A_time_that_is_none_does_not_count(string text) =>
        Assert.False(await SatisfiesAsync(
            new EidRequirement(), new ClaimsIdentity([new Claim(BelgianEidClaimTypes.ProvenAt, text), new Claim(BelgianEidClaimTypes.Revocation, "ocsp")], "Cookies")));

    [Theory]
    [InlineData("Fake", "high", 600, true)]
    [InlineData("Fake", "high", 601, false)]
    [InlineData("Fake", "high", -1, false)]
    [InlineData("Fake", "low", 1, false)]
    [InlineData("Other", "high", 1, false)]
    public async Task Another_scheme_counts_by_name_strength_and_age(string scheme, string acr, int secondsAgo, bool satisfied)
    {
        var person = new ClaimsIdentity([new Claim("acr", acr), At("auth_time", secondsAgo)], scheme);
        Assert.Equal(satisfied, await SatisfiesAsync(new EidRequirement(TenMinutes).AlsoAccept("Fake", "high"), person));
        Assert.False(await SatisfiesAsync(new EidRequirement(TenMinutes), person));
    }

    [Fact]
    public async Task Of_another_scheme_one_strength_alone_counts()
    {
        var two = new ClaimsIdentity([new Claim("acr", "low"), new Claim("acr", "high"), Now("auth_time")], "Fake");
        Assert.False(await SatisfiesAsync(new EidRequirement().AlsoAccept("Fake", "high"), two));
        var untimed = new ClaimsIdentity([new Claim("acr", "high")], "Fake");
        Assert.True(await SatisfiesAsync(new EidRequirement().AlsoAccept("Fake", "high"), untimed));
        Assert.False(await SatisfiesAsync(new EidRequirement(TenMinutes).AlsoAccept("Fake", "high"), untimed));
    }

    private async Task<bool> SatisfiesAsync(EidRequirement requirement, params ClaimsIdentity[] identities)
    {
        await using var scope = town.Services.CreateAsyncScope();
        var policy = new AuthorizationPolicyBuilder().RequireEid(requirement).Build();
        return (await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new ClaimsPrincipal(identities), policy)).Succeeded;
    }

    private ClaimsIdentity Card(int secondsAgo, string revocation = "ocsp", string issuer = "BelgianEid") => new(
        [
            new Claim(BelgianEidClaimTypes.ProvenAt, At(BelgianEidClaimTypes.ProvenAt, secondsAgo).Value, ClaimValueTypes.Integer64, issuer),
            new Claim(BelgianEidClaimTypes.Revocation, revocation, ClaimValueTypes.String, issuer),
        ],
        "Cookies");

    private Claim Now(string type) => At(type, 0);

    private Claim At(string type, int secondsAgo) => new(type, (clock.GetUtcNow().ToUnixTimeSeconds() - secondsAgo).ToString(CultureInfo.InvariantCulture));
}
