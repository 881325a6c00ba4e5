namespace EidAgent.Prompts;

/// <summary>
/// Asks through a dialog that blocks its thread. One at a time: a dialog that cannot be closed from outside is waited for before the next opens. Who stops waiting is free at once, and what is
/// typed into the dialog after that is zeroed unread.
/// </summary>
/// <param name="ask">Shows the dialog until it is answered or the token fires.</param>
/// <param name="clock">For the limit.</param>
/// <param name="limit">How long it may be open.</param>
internal sealed class BlockingQuestion(Func<PinQuestion, CancellationToken, PinEntry> ask, TimeProvider clock, TimeSpan limit)
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        using var overdue = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, cancellation);
        Task<PinEntry> asking;
        lock (gate)
        {
            asking = AskAfterAsync(last, question, either.Token);
            last = asking;
        }

        try
        {
            return await asking.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            _ = DropAsync(asking);
            return PinEntry.None(cancellation.IsCancellationRequested ? PinEntryOutcome.Cancelled : PinEntryOutcome.TimedOut);
        }
    }

    private async Task<PinEntry> AskAfterAsync(Task before, PinQuestion question, CancellationToken over)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return over.IsCancellationRequested
            ? PinEntry.None(PinEntryOutcome.Cancelled)
            : await Task.Factory.StartNew(() => ask(question, over), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static async Task DropAsync(Task<PinEntry> asking)
    {
        await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asking.IsCompletedSuccessfully)
        {
            (await asking).Dispose();
        }
    }
}
