using EidAgent.Commands;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The PIN through a real terminal, the real service and the virtual reader.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class PinCommandTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_pin_is_told_and_asked_again_and_the_right_one_ends_it()
    {
        await using var card = await InsertAsync("adult-18");
        await using var terminal = await PinTerminal.RunAsync(fixture.Pcscd, curses: false, "pin", "verify");
        var screen = await terminal.WaitForQuestionAsync("to check it.");
        Assert.Contains("You have 3 tries left.", screen);

        await terminal.EnterAsync("9999");
        screen = await terminal.WaitForQuestionAsync("The previous PIN was wrong.");
        Assert.Contains("You have 2 tries left.", screen);
        await terminal.EnterAsync("1234");

        screen = await terminal.WaitForAsync("ended with 0.");
        Assert.Contains("The PIN is right.", screen);
        Assert.DoesNotContain("9999", screen);
        Assert.DoesNotContain("1234", screen);
    }

    [Fact]
    public async Task The_last_try_needs_a_yes()
    {
        await using var card = await InsertAsync("one-try-left");
        await using var refused = await PinTerminal.RunAsync(fixture.Pcscd, curses: false, "pin", "verify");
        await refused.WaitForAsync("Type yes to use it");
        await refused.EnterAsync("y");
        Assert.Contains("The last try was not used.", await refused.WaitForAsync("ended with 11."));

        await using var used = await PinTerminal.RunAsync(fixture.Pcscd, curses: false, "pin", "verify");
        await used.WaitForAsync("Type yes to use it");
        await used.EnterAsync("yes");
        await used.WaitForQuestionAsync("to check it.");
        await used.EnterAsync("9999");

        Assert.Contains("The PIN is blocked. Only your municipality", await used.WaitForAsync("ended with 12."));
    }

    [Fact]
    public async Task The_pin_is_changed_when_the_new_one_was_typed_twice()
    {
        await using var card = await InsertAsync("adult-17");
        await using var terminal = await PinTerminal.RunAsync(fixture.Pcscd, curses: false, "pin", "change");
        await terminal.WaitForQuestionAsync("You are changing the PIN");
        await terminal.EnterAsync("1234");
        await terminal.WaitForQuestionAsync("Now type the new PIN");
        await terminal.EnterAsync("777777");
        await terminal.WaitForQuestionAsync("once more");
        await terminal.EnterAsync("777778");
        await terminal.WaitForQuestionAsync("were not the same");
        await terminal.EnterAsync("777777");
        await terminal.WaitForQuestionAsync("once more");
        await terminal.EnterAsync("777777");
        Assert.Contains("The PIN is changed.", await terminal.WaitForAsync("ended with 0."));

        await using var old = await PinTerminal.RunAsync(fixture.Pcscd, curses: true, "pin", "verify");
        await old.WaitForAsync("eID card in the reader");
        await old.EnterAsync("777777");
        Assert.Contains("The PIN is right.", await old.WaitForAsync("ended with 0."));
    }

    [Fact]
    public async Task A_card_that_leaves_closes_the_question()
    {
        await using var card = await InsertAsync("adult-18");
        await using var terminal = await PinTerminal.RunAsync(fixture.Pcscd, curses: true, "pin", "verify");
        await terminal.WaitForAsync("eID card in the reader");

        await card.RemoveAsync(Cancellation);

        Assert.Contains("left in the middle", await terminal.WaitForAsync("ended with 7."));
    }

    [Fact]
    public async Task Cancelling_uses_no_try()
    {
        await using var card = await InsertAsync("adult-18");
        await using var terminal = await PinTerminal.RunAsync(fixture.Pcscd, curses: false, "pin", "verify");
        await terminal.WaitForQuestionAsync("to check it.");

        await terminal.PressAsync("C-c");

        Assert.Contains("Cancelled.", await terminal.WaitForAsync("ended with 11."));
    }

    [Fact]
    public async Task Nowhere_to_type_is_said()
    {
        await using var card = await InsertAsync("adult-18");

        var ended = await AgentCommand.RunAsync(fixture.Pcscd, null, "pin", "verify", "--lang", "en");

        Assert.Equal((int)ExitCode.NoPinEntry, ended.ExitCode);
        Assert.Contains("There is no window, terminal or keypad", ended.StandardError);
    }

    // The slot may just have been emptied, and the driver must have seen that.
    private async Task<InsertedCard> InsertAsync(string citizen)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        return await InsertedCard.InAsync(fixture.Pcscd, citizen, Cancellation);
    }
}
