using EidAuth.AspNetCore;
using EidAuth.Pki;
using EidAuth.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>The section Eid:Revocation: what it refuses, and that each sentence says what to write.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RevocationOptionsTests
{
    [Fact]
    public async Task Grace_without_a_time() => await RefusesAsync(options => options.Mode = RevocationMode.Grace, "Eid:Revocation:Mode is Grace", "\"GraceTime\": \"04:00:00\"");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((7 * 24) + 0.001)]
    public async Task Grace_for_no_time_or_over_a_week(double hours) => await RefusesAsync(
        options => (options.Mode, options.GraceTime) = (RevocationMode.Grace, TimeSpan.FromHours(hours)), "up to a week", "\"GraceTime\": \"04:00:00\"");

    [Theory]
    [InlineData(RevocationMode.HardFail)]
    [InlineData(RevocationMode.CrlFirst)]
    public async Task A_grace_time_in_another_mode(RevocationMode mode) => await RefusesAsync(
        options => (options.Mode, options.GraceTime) = (mode, TimeSpan.FromHours(4)), "Eid:Revocation:GraceTime has no meaning", "\"Mode\": \"Grace\"");

    [Fact]
    public async Task A_mode_that_is_none() => await RefusesAsync(options => options.Mode = (RevocationMode)7, "\"HardFail\", \"CrlFirst\" or \"Grace\"");

    [Theory]
    [InlineData(0.999)]
    [InlineData(10.001)]
    public async Task A_budget_out_of_bounds(double seconds) => await RefusesAsync(
        options => options.Budget = TimeSpan.FromSeconds(seconds), "Eid:Revocation:Budget is between one and ten seconds", "00:00:04");

    [Fact]
    public async Task A_folder_for_lists_that_cannot_be_made() => await RefusesAsync(
        options => options.ListsFolder = "/proc/eidauth/lists", "Eid:Revocation:ListsFolder cannot be used", "/var/lib/loket/lists");

    [Fact]
    public async Task The_section_as_a_town_writes_it()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Eid:Revocation:Mode"] = "Grace",
            ["Eid:Revocation:GraceTime"] = "7.00:00:00",
            ["Eid:Revocation:RequireNonce"] = "true",
            ["Eid:Revocation:Budget"] = "00:00:10",
            ["Eid:Revocation:FetchIssuers"] = "false",
        }).Build().GetSection("Eid");
        await using var town = await Town.StartAsync(options => section.Bind(options));
        var site = town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);
        Assert.Equal(RevocationPolicy.Grace(TimeSpan.FromDays(7)) with { NonceRequired = true }, site.Setup!.Revocation!.Policy);
        Assert.Equal(TimeSpan.FromSeconds(10), site.Setup.Revocation.Budget);
        Assert.False(site.Revocation.FetchIssuers);
        Assert.Single(town.Log.Of(3007));
        Assert.Single(town.Log.Of(3009));
    }

    [Fact]
    public async Task Without_a_word_it_is_hard_fail_in_four_seconds_and_says_nothing()
    {
        await using var town = await Town.StartAsync();
        var site = town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);
        Assert.Equal(RevocationPolicy.HardFail, site.Setup!.Revocation!.Policy);
        Assert.Equal(TimeSpan.FromSeconds(4), site.Setup.Revocation.Budget);
        Assert.Empty(town.Log.Of(3007).Concat(town.Log.Of(3008)).Concat(town.Log.Of(3009)));
    }

    private static async Task RefusesAsync(Action<BelgianEidRevocation> change, params string[] words)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Town.StartAsync(options => change(options.Revocation)));
        Assert.All(words, word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
    }
}
