using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PinentryCursesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digits_typed_on_the_screen_arrive_and_are_not_shown()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var asking = (await PromptAsync(terminal)).AskAsync(FakePinentry.Question(language: "fr"), Cancellation);
        var screen = await terminal.WaitForAsync("Code PIN");
        Assert.Contains("https://loket.example.be", screen);
        Assert.Contains("Il vous reste 3 essais.", screen);

        await terminal.TypeAsync("4711");
        screen = await terminal.WaitForAsync("****");
        await terminal.PressAsync("Enter");

        Assert.DoesNotContain("4711", screen);
        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
    }

    [Fact]
    public async Task A_cancelled_login_gives_the_terminal_back_as_it_was()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var before = await terminal.SettingsAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = (await PromptAsync(terminal)).AskAsync(FakePinentry.Question(), cancel.Token);
        await terminal.WaitForAsync("https://loket.example.be");
        Assert.NotEqual(before, await terminal.SettingsAsync());

        await cancel.CancelAsync();

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.Equal(before, await terminal.SettingsAsync());
    }

    [Fact]
    public async Task What_is_no_PIN_is_asked_again()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var asking = (await PromptAsync(terminal)).AskAsync(FakePinentry.Question(), Cancellation);
        await terminal.WaitForAsync("https://loket.example.be");

        await terminal.TypeAsync("12a4");
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("This did not count as a try.");
        await terminal.TypeAsync("4711");
        await terminal.PressAsync("Enter");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
    }

    [Fact]
    public async Task The_button_cancels()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var asking = (await PromptAsync(terminal)).AskAsync(FakePinentry.Question(), Cancellation);
        await terminal.WaitForAsync("https://loket.example.be");

        await terminal.PressAsync("Tab");
        await terminal.PressAsync("Tab");
        await terminal.PressAsync("Enter");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
    }

    [Fact]
    public async Task A_screen_that_nobody_touches_closes_in_time()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var before = await terminal.SettingsAsync();

        using var entry = await (await PromptAsync(terminal, untouched: 1)).AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(TimeSpan.FromSeconds(90), Cancellation);

        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
        Assert.Equal(before, await terminal.SettingsAsync());
    }

    [Fact]
    public async Task A_screen_with_half_a_PIN_in_it_stays_past_that_time()
    {
        await using var terminal = await Terminal.OpenAsync("sleep", "600");
        var asking = (await PromptAsync(terminal, untouched: 15)).AskAsync(FakePinentry.Question(), Cancellation);
        await terminal.WaitForAsync("https://loket.example.be");
        await terminal.TypeAsync("47");

        // The one wait for a time: what must not happen after it.
        await Task.Delay(TimeSpan.FromSeconds(18), Cancellation);
        Assert.False(asking.IsCompleted);
        await terminal.TypeAsync("11");
        await terminal.PressAsync("Enter");

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
    }

    [Fact]
    public async Task A_terminal_that_is_not_there_is_no_screen()
    {
        Require.Programs("pinentry-curses");

        using var entry = await new PinentryPrompt(new PinentryProgram(Require.Program("pinentry-curses")!, "/dev/pts/99999", "xterm"), TimeProvider.System)
            .AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(TimeSpan.FromSeconds(90), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }

    private static async Task<PinentryPrompt> PromptAsync(Terminal terminal, int untouched = 300)
    {
        Require.Programs("pinentry-curses");
        return new PinentryPrompt(new PinentryProgram(Require.Program("pinentry-curses")!, await terminal.NameAsync(), "screen"), TimeProvider.System, new PromptTimes(TimeSpan.FromSeconds(untouched), TimeSpan.FromMinutes(20)));
    }
}
