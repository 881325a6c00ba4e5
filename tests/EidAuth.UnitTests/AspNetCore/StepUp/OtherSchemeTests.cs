using EidAuth.AspNetCore;
using EidAuth.Testing;
using EidAuth.Testing.Oidc;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.StepUp;

/// <summary>A provider elsewhere beside the card: it counts where a policy names it, and nowhere else.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class OtherSchemeTests
{
    private static readonly FakePerson Strong = new("fake-1", "Robin", "urn:fake:high", "mfa");

    [Fact]
    public async Task A_policy_that_names_it_takes_its_strong_and_fresh_login()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await LogInElsewhereAsync(site, Strong);

        Assert.Equal("also", await TextAsync(await browser.GetAsync("/also")));
    }

    [Fact]
    public async Task A_policy_that_does_not_name_it_wants_the_card()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await LogInElsewhereAsync(site, Strong);

        Assert.Equal("127.0.0.1", (await browser.GetAsync("/any")).Headers.Location!.Host);
    }

    [Fact]
    public async Task Its_claims_make_no_card_of_it()
    {
        await using var site = await StepUpSite.StartAsync();
        var at = site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var browser = await LogInElsewhereAsync(
            site, Strong with { Further = [new(BelgianEidClaimTypes.ProvenAt, at), new(BelgianEidClaimTypes.Revocation, "ocsp")] });

        Assert.Equal("127.0.0.1", (await browser.GetAsync("/any")).Headers.Location!.Host);
    }

    [Fact]
    public async Task Who_logged_in_there_too_long_ago_proves_it_there_again_and_comes_back()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await LogInElsewhereAsync(site, Strong);
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        var start = await browser.GetAsync("/also");
        var asked = QueryHelpers.ParseQuery(start.Headers.Location!.OriginalString.Split('?', 2)[1]);

        Assert.Equal(("login", "600"), (asked["prompt"].Single(), asked["max_age"].Single()));
        Assert.Equal("/also", await site.ProveElsewhereAsync(browser, start));
        Assert.Equal("also", await TextAsync(await browser.GetAsync("/also")));
    }

    [Theory]
    [InlineData("urn:fake:high", 3600)]
    [InlineData("urn:fake:low", 0)]
    public async Task A_provider_that_never_gives_enough_is_not_asked_forever(string acr, int secondsAgo)
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await LogInElsewhereAsync(site, Strong);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        site.Provider.Person = Strong with { Acr = acr, At = site.Clock.GetUtcNow() - TimeSpan.FromSeconds(secondsAgo) };
        Assert.Equal("/also", await site.ProveElsewhereAsync(browser, await browser.GetAsync("/also")));

        Assert.Equal("/Account/AccessDenied", (await browser.GetAsync("/also")).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Who_is_not_logged_in_chooses_on_the_login_page_where_there_is_a_choice()
    {
        await using var site = await StepUpSite.StartAsync();

        Assert.Equal("/Account/Login", (await site.NewBrowser().GetAsync("/also")).Headers.Location!.AbsolutePath);
    }

    private static async Task<Browser> LogInElsewhereAsync(StepUpSite site, FakePerson person)
    {
        site.Provider.Person = person;
        var browser = site.NewBrowser();
        Assert.Equal("/me", await site.ProveElsewhereAsync(browser, await browser.GetAsync("/elsewhere")));
        return browser;
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
