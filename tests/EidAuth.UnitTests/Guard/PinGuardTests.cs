using EidAgent.Guard;
using EidAgent.Hosting;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Guard;

/// <summary>What the guard counts and what follows, without card or page.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class PinGuardTests
{
    private static readonly byte[] Mine = [.. Enumerable.Repeat((byte)1, 16)];
    private static readonly byte[] Yours = [.. Enumerable.Repeat((byte)2, 16)];
    private static readonly byte[] Third = [.. Enumerable.Repeat((byte)3, 16)];

    private readonly ManualTimeProvider clock = new();
    private readonly PinGuard guard;

    public PinGuardTests() => guard = new PinGuard(new AgentOptions(), clock);

    private static Origin Town => Site("https://loket.example.be");

    private static Origin Shop => Site("https://shop.example.be");

    [Theory]
    [InlineData(3, nameof(PinVerdict.Allowed))]
    [InlineData(2, nameof(PinVerdict.Allowed))]
    [InlineData(1, nameof(PinVerdict.LastTryKept))]
    [InlineData(0, nameof(PinVerdict.LastTryKept))]
    [InlineData(null, nameof(PinVerdict.LastTryKept))]
    public void What_the_card_tells_decides_first(int? triesLeft, string verdict) =>
        Assert.Equal(verdict, guard.Judge(Town, Mine, triesLeft).ToString());

    [Fact]
    public void One_wrong_pin_pauses_nothing()
    {
        guard.Wrong(Town, Mine, 2);

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Yours, 3));
    }

    [Fact]
    public void Two_wrong_pins_of_a_card_at_two_sites_pause_every_site_for_that_card_and_for_no_other()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Shop, Mine, 2);

        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Mine, 2));
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Shop, Mine, 2));
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Site("https://third.example.be"), Mine, 2));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Yours, 3));
    }

    [Fact]
    public void Two_wrong_pins_at_a_site_with_two_cards_pause_that_site_for_every_card_and_no_other_site()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Town, Yours, 2);

        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Mine, 2));
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Third, 3));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Shop, Mine, 2));
    }

    [Fact]
    public void Sites_are_told_apart_by_their_whole_origin()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Town, Yours, 2);

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Site("https://loket.example.be:444"), Third, 3));
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Site("https://LOKET.example.be:443"), Third, 3));
    }

    [Fact]
    public void A_pause_ends_a_quarter_of_an_hour_after_the_second_wrong_pin()
    {
        guard.Wrong(Town, Mine, 2);
        clock.Advance(TimeSpan.FromMinutes(14));
        guard.Wrong(Town, Mine, 2);

        clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Mine, 2));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
    }

    [Fact]
    public void Wrong_pins_a_quarter_of_an_hour_apart_pause_nothing()
    {
        guard.Wrong(Town, Mine, 2);
        clock.Advance(TimeSpan.FromMinutes(15));
        guard.Wrong(Town, Mine, 2);

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
    }

    [Fact]
    public void The_time_can_be_set_and_not_to_next_to_nothing()
    {
        var patient = new PinGuard(new AgentOptions { PinPause = TimeSpan.FromHours(2) }, clock);
        patient.Wrong(Town, Mine, 2);
        patient.Wrong(Town, Mine, 2);
        clock.Advance(TimeSpan.FromMinutes(119));

        Assert.Equal(PinVerdict.SitesPaused, patient.Judge(Town, Mine, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PinGuard(new AgentOptions { PinPause = TimeSpan.FromMinutes(4) }, clock));
    }

    [Fact]
    public void A_right_pin_for_a_site_forgets_what_was_wrong_with_that_card_alone()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Shop, Yours, 2);
        guard.Right(Mine);
        guard.Wrong(Town, Mine, 2);

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
        guard.Wrong(Town, Yours, 2);
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Shop, Yours, 2));
    }

    [Fact]
    public void A_right_pin_on_the_own_page_lets_every_site_ask_again()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Town, Mine, 2);
        guard.Lift(Yours);

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Third, 3));
    }

    [Fact]
    public void A_wrong_pin_on_the_own_page_counts_for_its_card_and_for_no_site()
    {
        guard.Wrong(null, Mine, 2);
        guard.Wrong(null, Yours, 2);
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Third, 3));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));

        guard.Wrong(Town, Mine, 2);
        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Mine, 2));
    }

    [Fact]
    public void A_counter_that_went_up_tells_of_a_right_pin_elsewhere()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Town, Mine, 1);
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, 1));

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 3));
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Third, 3));
    }

    [Fact]
    public void A_counter_that_stays_or_goes_down_tells_of_none()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Shop, Mine, 2);

        Assert.Equal(PinVerdict.SitesPaused, guard.Judge(Town, Mine, 2));
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, 1));
    }

    [Fact]
    public void A_card_that_does_not_tell_is_taken_at_its_last_word()
    {
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, null));
        guard.Lift(Mine);
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, null));
        guard.Wrong(Town, Mine, 2);
        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, null));
        guard.Wrong(Town, Mine, 1);
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, null));

        // The pause ends, the last try stays kept; and another card's word is not this one's.
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, null));
        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Yours, null));
    }

    [Fact]
    public void A_pin_that_was_sent_and_not_answered_leaves_nothing_known()
    {
        guard.Lift(Mine);
        guard.Unanswered(Mine);

        Assert.Equal(PinVerdict.LastTryKept, guard.Judge(Town, Mine, null));
    }

    [Fact]
    public void Only_the_last_64_are_remembered()
    {
        guard.Wrong(Town, Mine, 2);
        guard.Wrong(Town, Mine, 2);
        for (byte card = 10; card < 10 + PinGuard.Most - 1; card++)
        {
            guard.Wrong(Shop, [card], 2);
        }

        Assert.Equal(PinVerdict.Allowed, guard.Judge(Town, Mine, 2));
    }

    private static Origin Site(string text) => Origin.TryParse(text, out var origin) ? origin! : throw new ArgumentException(text);
}
