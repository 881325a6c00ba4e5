using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>
/// Connects within a time. pcsc-lite makes SCardConnect wait, without end and without a way to stop it, while another program holds a transaction: that call
/// is then left to its thread, which closes what it gets, and the reader is busy. At most one such thread per reader, whatever is tried meanwhile.
/// </summary>
internal sealed class PcscConnections(IWinScard scard, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> left = new(StringComparer.Ordinal);

    /// <summary>Connects.</summary>
    /// <exception cref="CardException">NoCard, Busy, Mute, ReaderUnavailable or ServiceUnavailable.</exception>
    public PcscCardHandle Connect(string reader)
    {
        WaitForTheOneLeft(reader);
        var attempt = Task.Factory.StartNew(
            () => PcscCardHandle.Connect(scard, clock, reader), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return attempt.WaitAsync(PcscCardHandle.Patience, clock).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            Leave(reader, attempt);
            throw Busy();
        }
    }

    private static CardException Busy() => PcscFault.Of(ScardCode.SharingViolation);

    private void WaitForTheOneLeft(string reader)
    {
        Task? waiting;
        lock (gate)
        {
            left.TryGetValue(reader, out waiting);
        }

        try
        {
            waiting?.WaitAsync(PcscCardHandle.Patience, clock).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw Busy();
        }
    }

    private void Leave(string reader, Task<PcscCardHandle> attempt)
    {
        lock (gate)
        {
            left[reader] = attempt.ContinueWith(ended => Abandon(reader, ended), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Abandon(string reader, Task<PcscCardHandle> ended)
    {
        if (ended.IsCompletedSuccessfully)
        {
            ended.Result.Abandon();
        }

        // What a failed one died of is of no more interest; looking at it marks it as seen.
        _ = ended.Exception;
        lock (gate)
        {
            left.Remove(reader);
        }
    }
}
