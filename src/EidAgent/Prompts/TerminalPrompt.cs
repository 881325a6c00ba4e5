namespace EidAgent.Prompts;

/// <summary>Asks on the terminal the agent was started from, without echo. Linux; elsewhere <see cref="PinEntryOutcome.Unavailable"/>.</summary>
internal sealed class TerminalPrompt(TimeProvider clock, PromptTimes? times = null) : IPinPrompt
{
    private const int MostRounds = 5;

    private readonly PromptTimes times = times ?? PromptTimes.Default;

    /// <inheritdoc/>
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Ask(question, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private PinEntry Ask(PinQuestion question, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return PinEntry.None(PinEntryOutcome.Cancelled);
        }

        using var terminal = LinuxTerminal.TryOpen();
        if (terminal is null)
        {
            return PinEntry.None(PinEntryOutcome.Unavailable);
        }

        using var untouched = new CancellationTokenSource(times.Untouched, clock);
        using var overdue = new CancellationTokenSource(times.AtMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(untouched.Token, overdue.Token, cancellation);
        try
        {
            return AskRounds(terminal, question, () => untouched.CancelAfter(times.Untouched), either.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return PinEntry.None(PinEntryOutcome.Cancelled);
        }
        catch (OperationCanceledException)
        {
            terminal.Write($"\n{FoldedText.Of(PinPromptTexts.In(question.Language).TimeIsOver, PinWording.TerminalLine)}");
            return PinEntry.None(PinEntryOutcome.TimedOut);
        }
        finally
        {
            terminal.Write("\n");
        }
    }

    private static PinEntry AskRounds(LinuxTerminal terminal, PinQuestion question, Action touched, CancellationToken cancellation)
    {
        var texts = PinPromptTexts.In(question.Language);
        terminal.Write($"\n{texts.Title}\n\n{PinWording.Describe(question, PinWording.TerminalLine)}\n\n{texts.TerminalKeys}\n");
        var error = PinWording.Error(question);
        using var line = new TypedLine();
        for (var round = 0; round < MostRounds; round++)
        {
            terminal.Write($"{(error is null ? "" : $"\n{error}\n")}{texts.Prompt} ");
            var progress = TypedLine.Progress.GoesOn;
            while (progress == TypedLine.Progress.GoesOn)
            {
                if (!terminal.TryRead(out var key, cancellation))
                {
                    return PinEntry.None(PinEntryOutcome.Lost);
                }

                touched();
                progress = line.Press(key);
            }

            if (progress == TypedLine.Progress.Cancelled)
            {
                break;
            }

            if (PinDigits.AreWellFormed(line.Typed))
            {
                var digits = GC.AllocateArray<byte>(line.Typed.Length, pinned: true);
                line.Typed.CopyTo(digits);
                return PinEntry.Of(digits);
            }

            line.Clear();
            error = texts.NotAPin;
        }

        return PinEntry.None(PinEntryOutcome.Cancelled);
    }
}
