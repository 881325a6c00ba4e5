using EidAuth.Iso7816;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// One stay of one card in the slot: whose turn it is, how often it was reset, whether it is gone. Put in again, the same card is another stay, so a handle
/// of the first never comes back to life.
/// </summary>
internal sealed class InsertedCard(SimulatedCard card, SimulatedReader reader)
{
    private readonly object gate = new();
    private readonly TaskCompletionSource pulled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private object? holder;
    private int depth;
    private bool resetOwed;
    private int resets;
    private bool removed;

    public SimulatedCard Card => card;

    /// <summary>Counts resets, for a handle to tell whether one happened since it opened.</summary>
    public int Resets
    {
        get
        {
            lock (gate)
            {
                return resets;
            }
        }
    }

    /// <summary>Waits while another handle has its turn, then keeps the card until <see cref="EndTurn"/>. Turns of one handle nest.</summary>
    /// <exception cref="CardException">Removed, or Reset by another handle since <paramref name="resetsSeen"/>.</exception>
    public void BeginTurn(object handle, int resetsSeen)
    {
        lock (gate)
        {
            while (!removed && holder is not null && holder != handle)
            {
                Monitor.Wait(gate);
            }

            Demand(resetsSeen);
            holder = handle;
            depth++;
        }
    }

    public void EndTurn(object handle)
    {
        lock (gate)
        {
            if (holder == handle && --depth == 0)
            {
                Release();
            }
        }
    }

    /// <summary>Sends one command within a turn, and does to it what the card's planned faults say.</summary>
    /// <exception cref="CardException">Removed before or during the command, Reset, or Mute.</exception>
    public byte[] Transmit(ReadOnlySpan<byte> command, int resetsSeen)
    {
        lock (gate)
        {
            Demand(resetsSeen);
        }

        var reply = card.Exchange(command, new Road(TellsResets: true, reader.ResolvesLengths, NeedsBytes: false));
        reader.ShowPlans();
        switch (reply.Fault)
        {
            case FaultKind.Removed or FaultKind.RemovedAfter:
                reader.Remove(this);
                break;
            case FaultKind.Reset:
                CountReset();
                break;
            case FaultKind.Slow:
                Wait();
                break;
        }

        lock (gate)
        {
            Demand(resetsSeen);
        }

        return reply.Fault == FaultKind.Mute
            ? throw new CardException(CardFault.Mute, "The card in the simulated reader does not answer.")
            : reply.Answer;
    }

    /// <summary>Resets the card for a handle that closes; while another handle has its turn, at the end of that turn.</summary>
    public void ResetFor(object handle)
    {
        lock (gate)
        {
            if (removed)
            {
                return;
            }

            if (holder == handle)
            {
                depth = 0;
                holder = null;
            }

            resetOwed = true;
            if (holder is null)
            {
                Release();
            }
        }
    }

    /// <summary>The card is pulled: everybody who waits for it is told, and nobody reaches it any more.</summary>
    public void Pull()
    {
        lock (gate)
        {
            removed = true;
            Monitor.PulseAll(gate);
        }

        // Without power it knows nothing any more.
        card.Reset();
        pulled.TrySetResult();
    }

    private void Wait() =>
        pulled.Task.WaitAsync(CardReply.Patience, reader.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();

    private void CountReset()
    {
        lock (gate)
        {
            resets++;
        }
    }

    private void Release()
    {
        holder = null;
        if (resetOwed)
        {
            resetOwed = false;
            resets++;
            card.Reset();
        }

        Monitor.PulseAll(gate);
    }

    private void Demand(int resetsSeen)
    {
        if (removed)
        {
            throw new CardException(CardFault.Removed, "The card was removed from the simulated reader.");
        }

        if (resets != resetsSeen)
        {
            throw new CardException(CardFault.Reset, "Another handle reset the card.");
        }
    }
}
