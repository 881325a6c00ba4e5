using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>A card in a reader of the PC/SC service, with a context of its own. Used by one thread at a time.</summary>
internal sealed class PcscCardHandle : ICardHandle
{
    /// <summary>
    /// How long another program's transaction is waited for. The service itself would wait for ever; the longest honest ones, a photo read or a signature,
    /// take a few seconds.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Between the end of another program's transaction and its next one the service may be too late; a hundred times in a row it is not.
    private const int DisconnectAttempts = 100;

    private readonly IWinScard scard;
    private readonly TimeProvider clock;
    private readonly nint context;
    private readonly nint card;
    private CardException? gone;
    private bool inTransaction;
    private int disposed;

    private PcscCardHandle(IWinScard scard, TimeProvider clock, nint context, nint card, string reader, byte[] atr)
    {
        (this.scard, this.clock, this.context, this.card) = (scard, clock, context, card);
        (Reader, Atr) = (reader, atr);
    }

    /// <inheritdoc/>
    public string Reader { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr { get; }

    /// <summary>Connects, for as long as the service takes; nothing stays open when that fails.</summary>
    public static PcscCardHandle Connect(IWinScard scard, TimeProvider clock, string reader)
    {
        PcscFault.ThrowIfFailed(scard.EstablishContext(out var context));
        try
        {
            PcscFault.ThrowIfFailed(scard.Connect(context, reader, out var card));
            try
            {
                PcscFault.ThrowIfFailed(scard.Status(card, out var atr));
                return new PcscCardHandle(scard, clock, context, card, reader, atr);
            }
            catch
            {
                scard.Disconnect(card, reset: false);
                throw;
            }
        }
        catch
        {
            scard.ReleaseContext(context);
            throw;
        }
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        // Alone among another program's commands it would wait for that program without end.
        using var turn = inTransaction ? null : BeginTransaction();
        ThrowIfUnusable();
        Check(scard.Transmit(card, command, response, out var length));
        if (length == 0)
        {
            // Some drivers call it success when the card leaves under the command, and then take the next card for the same one.
            Check(ScardCode.RemovedCard);
        }

        return length;
    }

    /// <inheritdoc/>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ThrowIfUnusable();
        var result = scard.Control(card, code, input, output, out var length);
        if (scard.IsUnsupported(result))
        {
            throw new NotSupportedException("The reader knows no such control.");
        }

        // A driver may answer "not transacted" to a control it does not know: that alone does not mean that the card is gone.
        if (result == ScardCode.NotTransacted)
        {
            throw PcscFault.Of(result);
        }

        Check(result);
        return length;
    }

    /// <inheritdoc/>
    public int GetAttribute(uint attribute, Span<byte> value)
    {
        ThrowIfUnusable();
        return scard.GetAttribute(card, attribute, value, out var length) == ScardCode.Success ? length : 0;
    }

    /// <inheritdoc/>
    /// <exception cref="CardException">As for Transmit; Busy when another program held a transaction for ten seconds, and the handle has then ended.</exception>
    public IDisposable BeginTransaction()
    {
        ThrowIfUnusable();
        var wait = new TransactionWait(scard, context, card);
        uint code;
        using (clock.CreateTimer(_ => wait.GiveUp(), null, Patience, Timeout.InfiniteTimeSpan))
        {
            code = scard.BeginTransaction(card);
        }

        if (!wait.End())
        {
            gone = PcscFault.Of(ScardCode.SharingViolation);
            throw gone;
        }

        Check(code);
        inTransaction = true;
        return new Transaction(this);
    }

    /// <summary>
    /// Disconnects. While another program holds a transaction, the service lets nobody reset the card: after ten seconds that is left to a thread of its own,
    /// and still done.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        try
        {
            Task.Factory.StartNew(Close, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(Patience, clock).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
        }
    }

    /// <summary>Closes a handle that nobody came for: nothing was sent through it, so the card is left to whoever uses it.</summary>
    public void Abandon()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            scard.Disconnect(card, reset: false);
            scard.ReleaseContext(context);
        }
    }

    // Where the service itself says that our card is gone or was reset, no PIN stands verified, and a reset would hit the next card or the next program; the
    // same where another program was never waited for to its end. A handle whose card is gone must still be disconnected; what these answer changes nothing.
    private void Close()
    {
        var reset = gone?.Fault != CardFault.Busy && scard.Status(card, out _) is not (ScardCode.RemovedCard or ScardCode.ResetCard);
        Disconnect(reset);
        scard.ReleaseContext(context);
    }

    // pcsc-lite waits for another program's transaction, looking every 0.1 s, and then refuses to reset all the same when that program has begun its next one since
    // its last look. The handle is then still there; releasing its context would leave the card as it is.
    private void Disconnect(bool reset)
    {
        for (var attempt = 1; scard.Disconnect(card, reset) == ScardCode.SharingViolation && attempt < DisconnectAttempts; attempt++)
        {
        }
    }

    // pcsc-lite may answer a removal with another code than the call before; the first one stands, and the card is not asked again.
    private void Check(uint code)
    {
        if (code == ScardCode.Success)
        {
            return;
        }

        var exception = PcscFault.Of(code);
        if (exception.Fault is CardFault.Removed or CardFault.Reset)
        {
            gone = exception;
        }

        throw exception;
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        if (gone is not null)
        {
            throw new CardException(gone.Fault, gone.Message);
        }
    }

    private sealed class Transaction(PcscCardHandle handle) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0 && handle.disposed == 0)
            {
                handle.inTransaction = false;
                handle.scard.EndTransaction(handle.card);
            }
        }
    }
}
