using Demo.Smoke;
using EidAuth.IntegrationTests.Road;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Clocks that differ, and clocks that are set: the site's alone counts, and setting it back makes nothing usable twice.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class ClockSkewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-24)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_citizens_clock_may_be_wrong(int hours)
    {
        JumpingTimeProvider? clock = null;
        await using var world = new RoadWorld { AgentClock = common => clock = new JumpingTimeProvider(common) };
        await world.InitializeAsync();
        clock!.Jump(TimeSpan.FromHours(hours));

        Assert.Equal("/me", (await world.LogInAsync()).Address.PathAndQuery);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(-1)]
    public async Task A_citizens_clock_may_be_set_back_while_a_consent_waits(int hours)
    {
        JumpingTimeProvider? clock = null;
        await using var world = new RoadWorld { AgentClock = common => clock = new JumpingTimeProvider(common) };
        var (browser, page) = await AgreeAfterAsync(world, () => clock!.Jump(TimeSpan.FromHours(hours)));
        using var own = browser;
        await world.TypePinAsync();
        while (page.FormTo("/signin-eid") is null)
        {
            await Task.Delay(20, Cancellation);
            page = await browser.GetAsync(page.Address, Cancellation);
        }

        Assert.Contains(page.FormTo("/signin-eid")!.Fields, field => field.Key == "token");
    }

    // As after a sleep: nobody can tell the two apart, and who comes back agreed to nothing.
    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task Set_forward_it_ends_the_consent_that_waits(int hours)
    {
        JumpingTimeProvider? clock = null;
        await using var world = new RoadWorld { AgentClock = common => clock = new JumpingTimeProvider(common) };
        var (browser, page) = await AgreeAfterAsync(world, () => clock!.Jump(TimeSpan.FromHours(hours)));
        using var own = browser;

        Assert.Contains(page.FormTo("/signin-eid")!.Fields, field => field is { Key: "error", Value: "timed_out" });
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_site_whose_clock_is_set_meanwhile_refuses_what_it_cannot_date(int hours)
    {
        JumpingTimeProvider? clock = null;
        await using var world = new RoadWorld { TownClock = common => clock = new JumpingTimeProvider(common) };
        await world.InitializeAsync();
        var challenge = await Challenge.StartAsync(world);
        using var citizen = new LoopbackBrowser();
        var form = await world.SignAsync(citizen, challenge.AgentAddress);

        clock!.Jump(TimeSpan.FromHours(hours));
        var answer = await challenge.PostAsync(world, form.Fields);

        Assert.Equal(303, answer.Status);
        Assert.StartsWith("/login?eid=challenge_expired", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_stays_used_when_the_sites_clock_goes_forth_and_back()
    {
        JumpingTimeProvider? clock = null;
        await using var world = new RoadWorld { TownClock = common => clock = new JumpingTimeProvider(common) };
        await world.InitializeAsync();
        var challenge = await Challenge.StartAsync(world);
        using var citizen = new LoopbackBrowser();
        var fields = (await world.SignAsync(citizen, challenge.AgentAddress)).Fields;
        Assert.Equal("/me", (await challenge.PostAsync(world, fields)).Location);

        // An hour ahead for as long as it takes another challenge to be used, so that what has expired by then is forgotten.
        clock!.Jump(TimeSpan.FromHours(1));
        var other = await Challenge.StartAsync(world);
        var ahead = (await world.SignAsync(citizen, other.AgentAddress)).Fields;
        await other.PostAsync(world, ahead);
        clock.Jump(TimeSpan.FromHours(-1));
        var answer = await challenge.PostAsync(world, fields);

        Assert.StartsWith("/login?eid=challenge_", answer.Location, StringComparison.Ordinal);
    }

    private static async Task<(LoopbackBrowser Browser, Page Page)> AgreeAfterAsync(RoadWorld world, Action jump)
    {
        await world.InitializeAsync();
        var challenge = await Challenge.StartAsync(world);
        var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(challenge.AgentAddress, Cancellation);
        jump();
        world.Advance(TimeSpan.FromSeconds(1));
        return (browser, await browser.SubmitAsync(consent.FormTo("/continue")!, Cancellation));
    }
}
