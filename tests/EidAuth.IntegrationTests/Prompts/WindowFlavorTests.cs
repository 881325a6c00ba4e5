using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>Each pinentry for windows, driven by the keys of a keyboard.</summary>
[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.Agent)]
public sealed class WindowFlavorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task What_is_no_PIN_is_asked_again_and_then_the_digits_arrive(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var asking = window.AskAsync();

        var first = await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("12%");
        await window.Display.PressAsync("Return");
        await window.Display.FocusAsync(PinWindow.Title, after: first);
        await window.Display.TypeAsync("123456");
        await window.Display.PressAsync("Return");

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        Assert.Equal("123456", Encoding.ASCII.GetString(entry.Digits));
        await window.Display.GoneAsync(PinWindow.Title);
    }

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task Escape_cancels(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var asking = window.AskAsync();

        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.PressAsync("Escape");

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
    }

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task A_cancelled_login_closes_the_window_with_what_is_in_it(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var asking = window.AskAsync();
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("47");

        await window.CancelAsync();

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        await window.Display.GoneAsync(PinWindow.Title);
    }

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    public async Task A_window_killed_from_outside_is_lost_and_so_is_what_was_typed(string flavor)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var asking = window.AskAsync();
        var id = await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("4711");

        await TestProcess.RunAsync("kill", ["-KILL", $"{await window.Display.OwnerAsync(id)}"], Cancellation);

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.Lost, entry.Outcome);
        Assert.True(entry.Digits.IsEmpty);
    }

    // The window is the desktop's own dialog, and gnome3 tells its end as if somebody had pressed Cancel.
    [Fact]
    public async Task The_dialog_of_gnome3_killed_from_outside_counts_as_cancelled()
    {
        await using var window = await PinWindow.PrepareAsync("gnome3");
        var asking = window.AskAsync();
        var id = await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("4711");

        await TestProcess.RunAsync("kill", ["-KILL", $"{await window.Display.OwnerAsync(id)}"], Cancellation);

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
    }

    [Theory]
    [InlineData("gtk-2", PinEntryOutcome.Lost)]
    [InlineData("qt", PinEntryOutcome.Lost)]
    [InlineData("gnome3", PinEntryOutcome.Cancelled)]
    public async Task A_display_that_dies_under_the_open_window_ends_the_question(string flavor, PinEntryOutcome outcome)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        var asking = window.AskAsync();
        await window.Display.FocusAsync(PinWindow.Title);

        window.Display.Kill();

        using var entry = await asking.WaitAsync(Patience, Cancellation);
        Assert.Equal(outcome, entry.Outcome);
    }

    [Theory]
    [InlineData("gtk-2", null)]
    [InlineData("gtk-2", ":54321")]
    [InlineData("qt", null)]
    [InlineData("qt", ":54321")]
    [InlineData("gnome3", null)]
    [InlineData("gnome3", ":54321")]
    public async Task Without_a_display_there_is_no_window_and_that_is_known_at_once(string flavor, string? display)
    {
        Require.Programs($"pinentry-{flavor}");
        var started = TimeProvider.System.GetTimestamp();

        using var entry = await new PinentryPrompt(new PinentryProgram(Require.Program($"pinentry-{flavor}")!, Display: display), TimeProvider.System)
            .AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(Patience, Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Figures.Add($"PIN window, {flavor}, display {display ?? "none"}: known to be impossible after", TimeProvider.System.GetElapsedTime(started).TotalSeconds, "s");
    }

    [Fact]
    public async Task Gnome3_on_a_bus_that_is_gone_is_no_window()
    {
        await using var window = await PinWindow.PrepareAsync("gnome3");
        var program = window.Program with { SessionBus = "unix:path=/nowhere/bus" };

        using var entry = await new PinentryPrompt(program, TimeProvider.System).AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(Patience, Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }
}
