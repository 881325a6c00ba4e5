using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>Nobody there is told from somebody who types slowly.</summary>
[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.Agent)]
public sealed class TypingTimeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    public async Task A_window_that_nobody_touches_closes_in_time(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);

        using var entry = await window.AskAsync(times: new PromptTimes(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(20))).WaitAsync(Patience, Cancellation);

        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
        await window.Display.GoneAsync(PinWindow.Title);
    }

    // Its dialog would close under the fingers, so it is not told of the time.
    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task A_window_with_half_a_PIN_in_it_stays_open_past_that_time(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var untouched = TimeSpan.FromSeconds(15);
        var asking = window.AskAsync(times: new PromptTimes(untouched, TimeSpan.FromMinutes(20)));
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("47");

        // The one wait for a time: what must not happen after it.
        await Task.Delay(untouched + TimeSpan.FromSeconds(3), Cancellation);
        Assert.False(asking.IsCompleted);
        await window.Display.TypeAsync("11");
        await window.Display.PressAsync("Return");

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
    }

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("gnome3")]
    public async Task A_window_left_with_half_a_PIN_in_it_closes_in_the_end_and_says_that_time_was_over(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var clock = new ManualTimeProvider();
        var asking = new PinentryPrompt(window.Program, clock).AskAsync(FakePinentry.Question(), Cancellation);
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("47");

        clock.Advance(TimeSpan.FromMinutes(19));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
        Assert.True(entry.Digits.IsEmpty);
        await window.Display.GoneAsync(PinWindow.Title);
    }
}
