using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>One wait for a change of the readers, on a thread and a context of its own.</summary>
internal sealed class ReaderWatch(IWinScard scard, TimeProvider clock, IReadOnlyList<ReaderState> known, CancellationToken cancellation)
{
    // Some services report only readers that come or go during the call: look again now and then.
    private const uint WaitMilliseconds = 30_000;

    private const int LookAttempts = 5;

    // Microsoft's passkey pseudo readers hold no card of ours and disturb those who ask.
    private const string PasskeyReader = "Windows Hello";

    // A service that is not there is asked again at this pace; it announces nothing.
    private static readonly TimeSpan ServicePace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CancelPace = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private nint? context;

    /// <summary>Waits for readers that differ from the known ones.</summary>
    public async Task<IReadOnlyList<ReaderState>> RunAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        while (true)
        {
            var round = Task.Factory.StartNew(WaitWhileServed, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var readers = await CancellableAsync(round).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (readers is not null)
            {
                return readers;
            }

            if (known.Count > 0)
            {
                return [];
            }

            await Task.Delay(ServicePace, clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The readers now, and what to ask next about each.</summary>
    public static (IReadOnlyList<ReaderState> Readers, IReadOnlyList<ReaderQuery> Next) Look(IWinScard scard, nint context)
    {
        for (var attempt = 1; ; attempt++)
        {
            // First the readers themselves, so that one plugged in from here on counts as a change.
            var arrivals = new ReaderQuery(ReaderQuery.ReadersThemselves, 0);
            ThrowUnless(scard.GetStatusChange(context, 0, [arrivals]), ScardCode.Timeout);
            var code = scard.ListReaders(context, out var names);
            ThrowUnless(code, ScardCode.NoReaders);
            ReaderQuery[] queries = [.. code == ScardCode.NoReaders ? [] : names.Where(IsPhysical).Select(name => new ReaderQuery(name, 0))];
            code = queries.Length == 0 ? ScardCode.Success : scard.GetStatusChange(context, 0, queries);
            if (code == ScardCode.UnknownReader && attempt < LookAttempts)
            {
                // Unplugged since it was listed.
                continue;
            }

            ThrowUnless(code, ScardCode.Timeout);
            return ([.. queries.Select(query => query.ToReaderState()).OfType<ReaderState>()], [.. queries.Select(query => query.Next()), arrivals.Next()]);
        }
    }

    private static bool IsPhysical(string name) => !name.StartsWith(PasskeyReader, StringComparison.OrdinalIgnoreCase);

    private static void ThrowUnless(uint code, uint accepted)
    {
        if (code != accepted)
        {
            PcscFault.ThrowIfFailed(code);
        }
    }

    // Null when there is no service, or no longer.
    private IReadOnlyList<ReaderState>? WaitWhileServed()
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
            while (!cancellation.IsCancellationRequested)
            {
                var (readers, next) = Look(scard, established);
                if (!readers.SequenceEqual(known))
                {
                    return readers;
                }

                ThrowUnlessEnded(scard.GetStatusChange(established, WaitMilliseconds, next));
            }

            return [];
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

    private static void ThrowUnlessEnded(uint code)
    {
        if (code is not (ScardCode.Timeout or ScardCode.Cancelled or ScardCode.UnknownReader))
        {
            PcscFault.ThrowIfFailed(code);
        }
    }

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
