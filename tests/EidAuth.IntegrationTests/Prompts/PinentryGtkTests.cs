using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.FirstLogin)]
public sealed class PinentryGtkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digits_typed_into_the_window_arrive()
    {
        await using var display = await VirtualDisplay.StartAsync();
        var asking = Prompt(display).AskAsync(FakePinentry.Question(), Cancellation);

        await display.FocusAsync("Belgian eID");
        await display.TypeAsync("4711");
        await display.PressAsync("Return");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
        Assert.Equal(0, await display.CountAsync("Belgian eID"));
    }

    [Fact]
    public async Task Too_few_digits_are_asked_again()
    {
        await using var display = await VirtualDisplay.StartAsync();
        var asking = Prompt(display).AskAsync(FakePinentry.Question(language: "nl"), Cancellation);

        var first = await display.FocusAsync("Belgische eID");
        await display.TypeAsync("12%");
        await display.PressAsync("Return");
        await display.FocusAsync("Belgische eID", after: first);
        await display.TypeAsync("123456");
        await display.PressAsync("Return");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal("123456", Encoding.ASCII.GetString(entry.Digits));
    }

    [Fact]
    public async Task Escape_cancels()
    {
        await using var display = await VirtualDisplay.StartAsync();
        var asking = Prompt(display).AskAsync(FakePinentry.Question(), Cancellation);

        await display.FocusAsync("Belgian eID");
        await display.PressAsync("Escape");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
    }

    [Fact]
    public async Task A_cancelled_login_closes_the_window()
    {
        await using var display = await VirtualDisplay.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = Prompt(display).AskAsync(FakePinentry.Question(), cancel.Token);
        await display.FocusAsync("Belgian eID");
        await display.TypeAsync("47");

        await cancel.CancelAsync();

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.Equal(0, await display.CountAsync("Belgian eID"));
    }

    [Fact]
    public async Task Nobody_there_ends_in_a_time_out()
    {
        await using var display = await VirtualDisplay.StartAsync();

        using var entry = await Prompt(display, TimeSpan.FromSeconds(1)).AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(TimeSpan.FromSeconds(90), Cancellation);

        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
    }

    [Fact]
    public async Task A_display_that_is_not_there_is_no_window()
    {
        Require.Programs("pinentry-gtk-2");

        using var entry = await new PinentryPrompt(new PinentryProgram(Require.Program("pinentry-gtk-2")!, Display: ":54321"), TimeProvider.System)
            .AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(TimeSpan.FromSeconds(90), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }

    private static PinentryPrompt Prompt(VirtualDisplay display, TimeSpan? untouched = null)
    {
        Require.Programs("pinentry-gtk-2");
        return new PinentryPrompt(new PinentryProgram(Require.Program("pinentry-gtk-2")!, Display: display.Name), TimeProvider.System, new PromptTimes(untouched ?? TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20)));
    }
}
