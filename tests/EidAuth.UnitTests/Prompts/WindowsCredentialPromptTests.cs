using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using EidAgent.Prompts;
using EidAgent.Prompts.WindowsCredentials;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

/// <summary>The calls to Windows, byte for byte; the system itself was never asked.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class WindowsCredentialPromptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Credui_info_has_40_bytes_and_its_fields_where_wincred_has_them()
    {
        Assert.SkipUnless(nint.Size == 8, "the 32-bit layout is another");
        Assert.Equal(40, Unsafe.SizeOf<CredentialUiInfo>());
        string[] fields = ["Size", "Parent", "Message", "Caption", "Banner"];
        Assert.Equal([0, 8, 16, 24, 32], fields.Select(field => (int)Marshal.OffsetOf<CredentialUiInfo>(field)));
    }

    [Fact]
    public async Task The_dialog_says_what_every_window_says_and_gives_the_digits()
    {
        var system = new FakeCredentialUi { Typed = new(["4711"]) };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(Question("nl"), Cancellation);

        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
        Assert.Equal((40u, 0, 0, 0u, 1u), Assert.Single(system.Calls));
        Assert.Equal("Belgische eID: pincode", Assert.Single(system.Captions));
        Assert.Contains("\nhttps://loket.example.be\n", Assert.Single(system.Messages));
        Assert.Equal("eID-kaart", system.PackedName);
        Assert.Equal((1, true), (system.Freed, system.AllZeroWhenFreed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12 34")]
    [InlineData("１２３４")]
    [InlineData("12é4")]
    public async Task What_is_no_PIN_is_asked_again_and_zeroed(string first)
    {
        var system = new FakeCredentialUi { Typed = new([first, new string('1', 3000), "123456789012"]) };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal("123456789012", Encoding.ASCII.GetString(entry.Digits));
        Assert.Equal(3, system.Messages.Count);
        Assert.All(system.Messages[1..], message => Assert.StartsWith("A PIN has 4 to 12 digits. This did not count as a try.\n\n", message));
        Assert.Equal((3, true), (system.Freed, system.AllZeroWhenFreed));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task The_longest_message_fits(string language)
    {
        var system = new FakeCredentialUi { Typed = new([null]) };
        var label = new string('a', 63);
        Assert.True(Origin.TryParse($"https://{label}.{label}.{label}.{new string('b', 52)}.example:65535", out var origin));
        var question = new PinQuestion(origin!, language, 1, true) { Reader = new string('R', 500), Leaves = ["identity", "address", "photo"] };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(question, Cancellation);

        Assert.InRange(Assert.Single(system.Messages).Length, 300, CredentialUiLimit.Message - 1);
        Assert.InRange(Assert.Single(system.Captions).Length, 5, CredentialUiLimit.Caption - 1);
    }

    [Theory]
    [InlineData(1223u, PinEntryOutcome.Cancelled)]
    [InlineData(1312u, PinEntryOutcome.Unavailable)]
    [InlineData(87u, PinEntryOutcome.Unavailable)]
    public async Task A_status_has_a_decided_outcome(uint status, PinEntryOutcome outcome)
    {
        using var entry = await new WindowsCredentialPrompt(new FakeCredentialUi { Failure = status }, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal(outcome, entry.Outcome);
    }

    [Fact]
    public async Task A_service_without_a_desktop_shows_nothing()
    {
        var system = new FakeCredentialUi { HasDesktop = false };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.Empty(system.Calls);
    }

    [Fact]
    public async Task A_name_that_cannot_be_packed_is_no_dialog()
    {
        var system = new FakeCredentialUi { CannotPack = true };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.Empty(system.Calls);
    }

    [Fact]
    public async Task Nonsense_is_not_asked_for_ever()
    {
        var system = new FakeCredentialUi { Typed = new(["a", "b", "c", "d", "e", "f"]) };

        using var entry = await new WindowsCredentialPrompt(system, TimeProvider.System).AskAsync(Question("en"), Cancellation);

        Assert.Equal((PinEntryOutcome.Cancelled, 5), (entry.Outcome, system.Calls.Count));
    }

    [Fact]
    public async Task A_login_that_ends_first_is_free_at_once_and_what_is_typed_later_is_zeroed()
    {
        var system = new FakeCredentialUi { Typed = new(["4711", "4712"]) };
        var prompt = new WindowsCredentialPrompt(system, TimeProvider.System);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        system.Answers.Reset();
        var asking = prompt.AskAsync(Question("en"), cancel.Token);
        await UntilAsync(() => system.Calls.Count == 1);

        await cancel.CancelAsync();
        using var first = await asking;
        var next = prompt.AskAsync(Question("en"), Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, first.Outcome);
        Assert.False(next.IsCompleted);
        Assert.Single(system.Calls);

        system.Answers.Set();
        using var second = await next;
        Assert.Equal("4712", Encoding.ASCII.GetString(second.Digits));
        Assert.Equal((2, true), (system.Freed, system.AllZeroWhenFreed));
    }

    [Fact]
    public async Task A_dialog_that_nobody_answers_is_given_up_after_twenty_minutes()
    {
        var system = new FakeCredentialUi { Typed = new(["4711"]) };
        var clock = new ManualTimeProvider();
        system.Answers.Reset();
        var asking = new WindowsCredentialPrompt(system, clock).AskAsync(Question("en"), Cancellation);
        await UntilAsync(() => system.Calls.Count == 1);

        clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromSeconds(1));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        using var entry = await asking;
        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
        system.Answers.Set();
        await UntilAsync(() => system.Freed == 1);
        Assert.True(system.AllZeroWhenFreed);
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
