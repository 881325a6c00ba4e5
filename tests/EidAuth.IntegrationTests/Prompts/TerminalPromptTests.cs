using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class TerminalPromptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Digits_are_taken_without_echo_and_the_terminal_is_given_back()
    {
        await using var asked = await AskedTerminal.OpenAsync();
        var screen = await asked.Terminal.WaitForAsync("Pincode:");
        Assert.Contains("https://loket.example.be", screen);
        Assert.Contains("Let op: dit is de laatste poging.", screen);
        Assert.Contains("-echo ", await asked.Terminal.SettingsAsync());

        await asked.Terminal.TypeAsync("12");
        await asked.Terminal.PressAsync("Enter");
        await asked.Terminal.WaitForAsync("Dit telde niet als poging.");
        await asked.Terminal.TypeAsync("4712");
        await asked.Terminal.PressAsync("BSpace");
        await asked.Terminal.TypeAsync("1");
        await asked.Terminal.PressAsync("Enter");

        Assert.Equal("Entered 4711", await asked.AnswerAsync());
        Assert.DoesNotContain("471", await asked.Terminal.ScreenAsync());
        Assert.Equal(asked.Before, await asked.Terminal.SettingsAsync());
    }

    [Fact]
    public async Task Control_C_cancels_the_question_alone()
    {
        await using var asked = await AskedTerminal.OpenAsync();
        await asked.Terminal.WaitForAsync("Pincode:");

        await asked.Terminal.PressAsync("C-c");

        Assert.Equal("Cancelled ", await asked.AnswerAsync());
        Assert.Equal(asked.Before, await asked.Terminal.SettingsAsync());
    }

    [Fact]
    public async Task A_cancelled_login_gives_the_terminal_back()
    {
        await using var asked = await AskedTerminal.OpenAsync();
        await asked.Terminal.WaitForAsync("Pincode:");
        await asked.Terminal.TypeAsync("47");

        await asked.CancelAsync();

        Assert.Equal("Cancelled ", await asked.AnswerAsync());
        Assert.Equal(asked.Before, await asked.Terminal.SettingsAsync());
    }

    [Fact]
    public async Task Terminating_the_program_gives_the_terminal_back()
    {
        await using var asked = await AskedTerminal.OpenAsync();
        await asked.Terminal.WaitForAsync("Pincode:");

        await asked.TerminateAsync();

        Assert.Equal(asked.Before, await asked.Terminal.SettingsAsync());
    }

    [Fact]
    public async Task A_terminal_that_nobody_touches_is_given_back_and_says_why()
    {
        await using var asked = await AskedTerminal.OpenAsync(untouched: 1);

        Assert.Equal("TimedOut ", await asked.AnswerAsync());
        await asked.Terminal.WaitForAsync("De tijd is om. Wat getypt was, is niet gebruikt,");
        Assert.Equal(asked.Before, await asked.Terminal.SettingsAsync());
    }

    [Fact]
    public async Task Each_key_starts_the_time_anew()
    {
        await using var asked = await AskedTerminal.OpenAsync(untouched: 15);
        await asked.Terminal.WaitForAsync("Pincode:");

        // Three times 7 seconds are more than 15; a busy machine has twice the time for each key.
        foreach (var key in (string[])["4", "7", "1"])
        {
            await Task.Delay(TimeSpan.FromSeconds(7), Cancellation);
            await asked.Terminal.TypeAsync(key);
        }

        await asked.Terminal.TypeAsync("1");
        await asked.Terminal.PressAsync("Enter");
        Assert.Equal("Entered 4711", await asked.AnswerAsync());
    }

    [Fact]
    public async Task Without_a_terminal_there_is_no_entry()
    {
        Assert.SkipWhen(!Console.IsInputRedirected, "standard input of the tests is a terminal");

        using var entry = await new TerminalPrompt(TimeProvider.System).AskAsync(FakePinentry.Question(), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }
}
