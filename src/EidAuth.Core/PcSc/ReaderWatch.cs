using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>One wait for a change of the readers, on a thread and a context of its own.</summary>
internal sealed class ReaderWatch(IWinScard scard, TimeProvider clock, IReadOnlyList<ReaderState> known, CancellationToken cancellation)
{
    // Some services report only readers that come or go during the call: look again now and then.
    private const uint WaitMilliseconds = 30_000;

    // A program that opens and closes the card wakes the watch each time. More than these in a row are taken at a pace: the event counters keep whatever
    // happens in between, and a driver that calls everything a change cannot make the watch spin.
    private const int FreeWakings = 3;

    private static readonly TimeSpan WakingPace = TimeSpan.FromMilliseconds(250);

    // A service that is not there, and one that announces no readers, is asked again at this pace.
    private static readonly TimeSpan LookPace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CancelPace = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private nint? context;

    /// <summary>Waits for readers that differ from the known ones.</summary>
    public async Task<IReadOnlyList<ReaderState>> RunAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        while (true)
        {
            IReadOnlyList<ReaderState>? readers;
            try
            {
                readers = await CancellableAsync(StartRound()).ConfigureAwait(false);
            }
            catch (CardException e) when (e.Fault == CardFault.Cancelled && cancellation.IsCancellationRequested)
            {
                // Our own SCardCancel, answered to a look instead of a wait.
                throw new OperationCanceledException(cancellation);
            }

            cancellation.ThrowIfCancellationRequested();
            if (readers is null && known.Count > 0)
            {
                return [];
            }

            if (readers is not null && !readers.SequenceEqual(known))
            {
                return readers;
            }

            await Task.Delay(LookPace, clock, cancellation).ConfigureAwait(false);
        }
    }

    private Task<IReadOnlyList<ReaderState>?> StartRound() =>
        Task.Factory.StartNew(RunWhileServed, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // Null when there is no service, or no longer; otherwise readers that differ from the known ones, or, where none are announced, those of one look.
    private IReadOnlyList<ReaderState>? RunWhileServed()
    {
        var code = scard.EstablishContext(out var established);
        if (code != ScardCode.Success)
        {
            return PcscFault.Of(code) is { Fault: CardFault.ServiceUnavailable } ? null : throw PcscFault.Of(code);
        }

        lock (gate)
        {
            context = established;
        }

        try
        {
            return scard.AnnouncesReaders ? WaitForChange(established) : ReaderLook.Take(scard, established).Readers;
        }
        catch (CardException e) when (e.Fault == CardFault.ServiceUnavailable)
        {
            return null;
        }
        finally
        {
            lock (gate)
            {
                context = null;
                scard.ReleaseContext(established);
            }
        }
    }

    private IReadOnlyList<ReaderState> WaitForChange(nint established)
    {
        for (var wakings = 0; !cancellation.IsCancellationRequested;)
        {
            var (readers, next) = ReaderLook.Take(scard, established);
            if (!readers.SequenceEqual(known))
            {
                return readers;
            }

            if (wakings > FreeWakings)
            {
                Pause();
            }

            var code = scard.GetStatusChange(established, WaitMilliseconds, next);
            ThrowUnlessEnded(code);
            wakings = code == ScardCode.Timeout ? 0 : wakings + 1;
        }

        return known;
    }

    private static void ThrowUnlessEnded(uint code)
    {
        if (code is not (ScardCode.Timeout or ScardCode.Cancelled or ScardCode.UnknownReader))
        {
            PcscFault.ThrowIfFailed(code);
        }
    }

    private void Pause() =>
        ((Task)Task.Delay(WakingPace, clock, cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();

    // SCardCancel is lost when it comes just before the wait begins, so it is repeated until the wait has ended.
    private async Task<IReadOnlyList<ReaderState>?> CancellableAsync(Task<IReadOnlyList<ReaderState>?> round)
    {
        try
        {
            return await round.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!round.IsFaulted)
        {
        }

        while (!round.IsCompleted)
        {
            lock (gate)
            {
                if (context is { } waiting)
                {
                    scard.Cancel(waiting);
                }
            }

            await Task.WhenAny(round, Task.Delay(CancelPace, clock, CancellationToken.None)).ConfigureAwait(false);
        }

        return await round.ConfigureAwait(false);
    }
}
