using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>A card in a reader of the PC/SC service, with a context of its own. Used by one thread at a time.</summary>
internal sealed class PcscCardHandle : ICardHandle
{
    private readonly IWinScard scard;
    private readonly nint context;
    private readonly nint card;
    private CardException? gone;
    private int disposed;

    private PcscCardHandle(IWinScard scard, nint context, nint card, string reader, byte[] atr)
    {
        (this.scard, this.context, this.card) = (scard, context, card);
        (Reader, Atr) = (reader, atr);
    }

    /// <inheritdoc/>
    public string Reader { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr { get; }

    /// <summary>Connects; nothing stays open when that fails.</summary>
    public static PcscCardHandle Connect(IWinScard scard, string reader)
    {
        PcscFault.ThrowIfFailed(scard.EstablishContext(out var context));
        try
        {
            PcscFault.ThrowIfFailed(scard.Connect(context, reader, out var card));
            try
            {
                PcscFault.ThrowIfFailed(scard.Status(card, out var atr));
                return new PcscCardHandle(scard, context, card, reader, atr);
            }
            catch
            {
                scard.Disconnect(card, reset: true);
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
        if (result is ScardCode.UnsupportedFeature or ScardCode.UnsupportedFeatureLite)
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
    public IDisposable BeginTransaction()
    {
        ThrowIfUnusable();
        Check(scard.BeginTransaction(card));
        return new Transaction(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            // Where the service itself says that our card is gone or was reset, no PIN stands verified, and a reset would hit the next card or the next
            // program. A handle whose card is gone must still be disconnected; what these answer changes nothing.
            scard.Disconnect(card, reset: scard.Status(card, out _) is not (ScardCode.RemovedCard or ScardCode.ResetCard));
            scard.ReleaseContext(context);
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
                handle.scard.EndTransaction(handle.card);
            }
        }
    }
}
