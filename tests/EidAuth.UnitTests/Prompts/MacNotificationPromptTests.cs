using System.Runtime.CompilerServices;
using System.Text;
using EidAgent.Prompts;
using EidAgent.Prompts.MacNotifications;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

/// <summary>The calls to macOS, one by one; the system itself was never asked.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class MacNotificationPromptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Cfrange_is_two_numbers_as_wide_as_a_pointer() => Assert.Equal(2 * nint.Size, Unsafe.SizeOf<StringRange>());

    [Fact]
    public async Task The_dialog_hides_what_is_typed_and_gives_the_digits()
    {
        var system = new FakeUserNotifications { Typed = new(["4711"]) };

        using var entry = await new MacNotificationPrompt(system, TimeProvider.System).AskAsync(Question("fr"), Cancellation);

        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
        Assert.Equal((0.0, (nuint)0x10003), Assert.Single(system.Flags));
        var shown = Assert.Single(system.Shown);
        Assert.Equal("eID belge : code PIN", shown["AlertHeader"]);
        Assert.Contains("\nhttps://loket.example.be\n", shown["AlertMessage"]);
        Assert.Equal(("OK", "Annuler", "Code PIN :"), (shown["DefaultButtonTitle"], shown["AlternateButtonTitle"], shown["TextFieldTitles"]));
        Assert.Empty(system.Living);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("12 34")]
    [InlineData("１２３４")]
    [InlineData(null)]
    public async Task What_is_no_PIN_is_asked_again_and_what_is_too_long_is_not_even_read(string? first)
    {
        var system = new FakeUserNotifications { Typed = new([first, new string('1', 3000), "123456789012"]) };

        using var entry = await new MacNotificationPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal("123456789012", Encoding.ASCII.GetString(entry.Digits));
        Assert.StartsWith("A PIN has 4 to 12 digits. This did not count as a try.\n\n", system.Shown[2]["AlertMessage"]);
        Assert.InRange(system.Read, 12, 24);
        Assert.Empty(system.Living);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_other_button_cancels(uint response)
    {
        var system = new FakeUserNotifications { Response = response, Typed = new(["4711"]) };

        using var entry = await new MacNotificationPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal((PinEntryOutcome.Cancelled, 0), (entry.Outcome, system.Read));
        Assert.Empty(system.Living);
    }

    [Fact]
    public async Task Where_nothing_can_be_shown_there_is_no_dialog()
    {
        var refused = new FakeUserNotifications { Error = 5 };
        var empty = new FakeUserNotifications { NoDictionary = true };

        using var first = await new MacNotificationPrompt(refused, TimeProvider.System).AskAsync(Question("en"), Cancellation);
        using var second = await new MacNotificationPrompt(empty, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal((PinEntryOutcome.Unavailable, PinEntryOutcome.Unavailable), (first.Outcome, second.Outcome));
        Assert.Empty(refused.Living);
        Assert.Empty(empty.Living);
    }

    [Fact]
    public async Task A_login_that_ends_takes_the_dialog_away()
    {
        var system = new FakeUserNotifications { NobodyThere = true };
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = new MacNotificationPrompt(system, TimeProvider.System).AskAsync(Question("en"), cancel.Token);
        await UntilAsync(() => system.Flags.Count == 1);

        await cancel.CancelAsync();
        using var entry = await asking;

        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        await UntilAsync(() => system.Living.Count == 0);
        Assert.Equal(system.Shown.Count, system.Cancelled);
    }

    [Fact]
    public async Task A_dialog_that_nobody_answers_is_taken_away_after_twenty_minutes()
    {
        var system = new FakeUserNotifications { NobodyThere = true };
        var clock = new ManualTimeProvider();
        var asking = new MacNotificationPrompt(system, clock).AskAsync(Question("en"), Cancellation);
        await UntilAsync(() => system.Flags.Count == 1);

        clock.Advance(TimeSpan.FromMinutes(20));

        using var entry = await asking;
        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
        await UntilAsync(() => system.Cancelled == 1);
    }

    private static PinQuestion Question(string language) =>
        new(Origin.TryParse("https://loket.example.be", out var origin) ? origin : null, language, 3, false);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
