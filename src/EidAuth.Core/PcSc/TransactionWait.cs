namespace EidAuth.PcSc;

/// <summary>One SCardBeginTransaction, which either begins or is given up: whichever of the two threads is first decides.</summary>
internal sealed class TransactionWait(IWinScard scard, nint context, nint card)
{
    private int decided;

    /// <summary>Called by the clock.</summary>
    public void GiveUp()
    {
        if (Interlocked.Exchange(ref decided, 1) == 0)
        {
            scard.GiveUpTransaction(context, card);
        }
    }

    /// <summary>Called when the wait is over; false when it was given up, even if it began at the last moment.</summary>
    public bool End() => Interlocked.Exchange(ref decided, 1) == 0;
}
