using EidAgent.Commands;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class PinRunTests
{
    [Fact]
    public async Task A_wrong_pin_is_asked_again_with_the_tries_left()
    {
        var prompt = new TypedPrompt("9999", "1234");
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-18"]);

        var (code, output, errors) = await RunAsync(reader, prompt);

        Assert.Equal((0, "The PIN is right.\n"), (code, output));
        Assert.Equal("You have 3 tries left.\nThe PIN was wrong.\nYou have 2 tries left.\n", errors);
        Assert.Equal([(PinPurpose.Check, (int?)3, false), (PinPurpose.Check, 2, true)], prompt.Asked.Select(asked => (asked.Purpose, asked.TriesLeft, asked.WasWrong)));
        Assert.Equal(3, reader.Card!.TriesLeft);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    [InlineData(" YES ", true)]
    public async Task The_last_try_is_used_on_a_yes_alone(string? answer, bool used)
    {
        var prompt = new TypedPrompt("9999");
        var reader = RecordedCards.ReaderWith(Citizen.All["one-try-left"]);

        var (code, _, errors) = await RunAsync(reader, prompt, answer: answer is null ? null : () => answer);

        Assert.Equal((int)(used ? ExitCode.PinBlocked : ExitCode.Cancelled), code);
        Assert.Equal(used ? 1 : 0, prompt.Asked.Count);
        Assert.Equal(used ? 0 : 1, reader.Card!.TriesLeft);
        Assert.Contains("This is the last try.", errors);
    }

    [Fact]
    public async Task A_card_that_does_not_tell_its_tries_may_have_one()
    {
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-11"]);

        var (refused, _, errors) = await RunAsync(reader, new TypedPrompt("1234"));
        var (agreed, _, _) = await RunAsync(reader, new TypedPrompt("1234"), lastTry: true);

        Assert.Equal(((int)ExitCode.Cancelled, 0), (refused, agreed));
        Assert.Contains("this may be the last one", errors);
        Assert.Equal(3, reader.Card!.TriesLeft);
    }

    [Fact]
    public async Task A_blocked_pin_is_explained_and_not_asked()
    {
        var prompt = new TypedPrompt("1234");

        var (code, _, errors) = await RunAsync(RecordedCards.ReaderWith(Citizen.All["pin-blocked"]), prompt);

        Assert.Equal((int)ExitCode.PinBlocked, code);
        Assert.Empty(prompt.Asked);
        Assert.Contains("PUK", errors);
    }

    [Fact]
    public async Task A_new_pin_holds_when_it_was_typed_twice()
    {
        var prompt = new TypedPrompt("1234", "777777", "777778", "777777", "777777");
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-17"]);

        var (code, output, _) = await RunAsync(reader, prompt, isChange: true);
        var (now, _, _) = await RunAsync(reader, new TypedPrompt("777777"));

        Assert.Equal((0, "The PIN is changed.\n", 0), (code, output, now));
        Assert.Equal(
            [PinPurpose.CurrentForChange, PinPurpose.New, PinPurpose.NewAgain, PinPurpose.New, PinPurpose.NewAgain], prompt.Asked.Select(asked => asked.Purpose));
        Assert.True(prompt.Asked[3].WasWrong);
    }

    [Theory]
    [InlineData(FaultKind.RemovedAfter)]
    [InlineData(FaultKind.WrongStatus)]
    [InlineData(FaultKind.Mute)]
    public async Task A_change_that_failed_on_its_way_ends_with_both_pins_possible(FaultKind fault)
    {
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-18"]);
        var prompt = new PromptBeforeTrouble(reader, fault, new TypedPrompt("1234", "777777", "777777", "1234"));

        var (code, output, errors) = await RunAsync(reader, prompt, isChange: true);

        Assert.Equal((16, ""), (code, output));
        Assert.Contains("Try the new one first", errors);
        Assert.Equal(3, prompt.Typed.Asked.Count);
    }

    [Fact]
    public async Task A_wrong_current_pin_is_asked_again_and_the_new_one_is_not()
    {
        var prompt = new TypedPrompt("9999", "777777", "777777", "1234");

        var (code, _, _) = await RunAsync(RecordedCards.ReaderWith(Citizen.All["adult-18"]), prompt, isChange: true);

        Assert.Equal(0, code);
        Assert.Equal([PinPurpose.CurrentForChange, PinPurpose.New, PinPurpose.NewAgain, PinPurpose.CurrentForChange], prompt.Asked.Select(asked => asked.Purpose));
    }

    [Theory]
    [InlineData(PinEntryOutcome.Cancelled, ExitCode.Cancelled)]
    [InlineData(PinEntryOutcome.TimedOut, ExitCode.Cancelled)]
    [InlineData(PinEntryOutcome.Unavailable, ExitCode.NoPinEntry)]
    internal async Task Without_an_entry_nothing_is_sent(PinEntryOutcome outcome, ExitCode expected)
    {
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-18"]);

        var (code, _, _) = await RunAsync(reader, new TypedPrompt { Otherwise = outcome });

        Assert.Equal((int)expected, code);
        Assert.DoesNotContain(reader.Card!.Transcript, command => command.StartsWith("0020", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_keypad_takes_the_pin_and_no_window_is_opened()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);
        reader.Insert(pki.IssueCard(Citizen.All["adult-18"]));
        var prompt = new TypedPrompt();

        var running = RunAsync(reader, prompt);
        for (var panel = reader.Panel; !panel.KeypadWaits;)
        {
            panel = await reader.WaitForPanelAsync(panel, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        foreach (var key in new[] { KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok })
        {
            reader.Press(key);
        }

        var (code, output, errors) = await running;
        Assert.Equal((0, "The PIN is right.\n"), (code, output));
        Assert.Contains("Type the PIN on the reader's keypad.", errors);
        Assert.Empty(prompt.Asked);
    }

    [Fact]
    public async Task A_card_that_leaves_while_the_pin_is_typed_ends_it()
    {
        var reader = RecordedCards.ReaderWith(Citizen.All["adult-18"]);

        var (code, _, _) = await RunAsync(reader, new PromptThatPulls(reader));

        Assert.Equal((int)ExitCode.CardLost, code);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        SimulatedReader reader, IPinPrompt prompt, bool isChange = false, bool lastTry = false, Func<string?>? answer = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var texts = CommandTexts.In(UiLanguage.English);
        var run = new PinRun(new CardOpening(reader, TimeProvider.System), prompt, texts, "en")
        {
            IsChange = isChange,
            LastTry = new LastTryConsent(texts, errors) { IsGiven = lastTry, Answer = answer },
        };
        var code = await Task.Run(() => run.RunAsync(output, errors, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Plans a fault for the change, which is the second command after the last question.</summary>
    private sealed class PromptBeforeTrouble(SimulatedReader reader, FaultKind fault, TypedPrompt typed) : IPinPrompt
    {
        internal TypedPrompt Typed => typed;

        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
        {
            if (question.Purpose == PinPurpose.NewAgain)
            {
                reader.Plan(new PlannedFault(fault, AtCommand: 2));
            }

            return typed.AskAsync(question, cancellation);
        }
    }

    /// <summary>The card is pulled while the window is open; the window closes when it is told to.</summary>
    private sealed class PromptThatPulls(SimulatedReader reader) : IPinPrompt
    {
        public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
        {
            reader.Remove();
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return PinEntry.None(PinEntryOutcome.Cancelled);
        }
    }
}
