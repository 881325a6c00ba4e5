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
    private readonly SemaphoreSlim turn = new(1);

    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        using var overdue = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, cancellation);
        var over = either.Token;
        Task<PinEntry>? asking = null;
        try
        {
            await turn.WaitAsync(over);
            asking = Task.Factory.StartNew(() => AskOnThisThread(question, over), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return await asking.WaitAsync(over);
        }
        catch (OperationCanceledException)
        {
            _ = DropAsync(asking);
            return PinEntry.None(cancellation.IsCancellationRequested ? PinEntryOutcome.Cancelled : PinEntryOutcome.TimedOut);
        }
    }

    private PinEntry AskOnThisThread(PinQuestion question, CancellationToken over)
    {
        try
        {
            return ask(question, over);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task DropAsync(Task<PinEntry>? asking)
    {
        if (asking is not null)
        {
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (asking.IsCompletedSuccessfully)
            {
                (await asking).Dispose();
            }
        }
    }
}
