using EidAuth.AspNetCore;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Where a login ends that the site's own authorization began, for the address that was asked for.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class ReturnTests
{
    private const string Site = "https://localhost";

    [Theory]
    [InlineData("/a?b=c", "/a?b=c")]
    [InlineData("//evil.example/", "/")]
    [InlineData("//evil.example/%2e%2e?b=c", "/")]
    [InlineData("/%5Cevil.example/", "/%5Cevil.example/")]
    public async Task It_leads_back_to_this_site_whatever_path_was_asked_for(string asked, string returned)
    {
        var clock = new ManualTimeProvider();
        await using var cards = await TestCards.StartAsync(clock);
        await using var town = await Town.StartAsync(
            options =>
            {
                options.Origins.Clear();
                options.Origins.Add(Site);
                options.Trust.UseTestAnchors(cards.AnchorsFolder);
            },
            clock,
            services: services =>
            {
                services.Configure<AuthenticationOptions>(options => options.DefaultChallengeScheme = BelgianEidDefaults.AuthenticationScheme);
                services.Configure<AuthorizationOptions>(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            });
        var browser = town.NewBrowser(Site);

        var attempt = await browser.StartLoginAsync(Site + asked);
        var (token, chain) = cards.Sign(Citizen.All["adult-18"], Site, attempt.Nonce);
        var response = await browser.PostAsync(attempt.WithToken(token, chain));

        Assert.Equal(returned, response.Headers.Location!.OriginalString);
    }
}
