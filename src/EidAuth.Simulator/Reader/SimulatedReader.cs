using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// A reader in this process that the agent sees as any other: cards go in and out, and where it has a keypad it answers PC/SC part 10 byte for byte, so that
/// PINs go from the keypad to the card and nowhere else.
/// </summary>
public sealed partial class SimulatedReader : IResourceManager
{
    private readonly Lock gate = new();
    private readonly ChangeSignal slotChanged = new();
    private readonly ReaderFace face;
    private InsertedCard? inserted;
    private PinEntryRound? round;
    private int eventCounter;

    /// <summary>Makes an empty reader.</summary>
    /// <param name="name">As PC/SC would give it, for example <c>EidAuth Simulated Reader 00 00</c>.</param>
    /// <param name="pinPad">It has a keypad. Without one it knows no control at all.</param>
    /// <param name="clock">The keypad's time limits, and how long a result stays on the display.</param>
    public SimulatedReader(string name, bool pinPad, TimeProvider clock)
    {
        (Name, PinPad, Clock) = (name, pinPad, clock);
        face = new ReaderFace(clock, gate);
    }

    /// <summary>The reader's name.</summary>
    public string Name { get; }

    /// <summary>It has a keypad.</summary>
    public bool PinPad { get; }

    /// <summary>How programs speak to the keypad.</summary>
    public PinPadRoad PinPadRoad { get; init; }

    /// <summary>The card that is in, or null.</summary>
    public SimulatedCard? Card => Volatile.Read(ref inserted)?.Card;

    /// <summary>What the display and the keypad show; a new instance at each change.</summary>
    public ReaderPanel Panel => face.Panel;

    /// <summary>It answers 61xx and 6Cxx itself, as some readers do: hosts then see data and 9000 only, sometimes less than they asked for.</summary>
    public bool ResolvesLengths { get; init; }

    internal TimeProvider Clock { get; }

    /// <summary>Puts a card in; one that was in is removed first, and counts as a removal.</summary>
    public void Insert(SimulatedCard card)
    {
        lock (gate)
        {
            Pull();
            card.Reset();
            inserted = new InsertedCard(card, this);
            planned.ForEach(card.Plan);
            planned.Clear();
            eventCounter++;
            face.CardIn(card.Id);
            ShowPlans();
        }

        slotChanged.Raise();
    }

    /// <summary>Pulls the card out; open handles see CardFault.Removed.</summary>
    public void Remove()
    {
        lock (gate)
        {
            Pull();
        }

        slotChanged.Raise();
    }

    /// <summary>Presses a key; ignored when the keypad waits for nothing.</summary>
    public void Press(KeypadKey key)
    {
        lock (gate)
        {
            if (round is { Waits: true })
            {
                round.Press(key);
                face.Typed(round.Question, round.Count);
            }
        }
    }

    /// <summary>Completes when the panel differs from <paramref name="known"/>.</summary>
    public Task<ReaderPanel> WaitForPanelAsync(ReaderPanel known, CancellationToken cancellation) => face.WaitAsync(known, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<ReaderState> ListReaders()
    {
        lock (gate)
        {
            return
            [
                inserted is null
                    ? new ReaderState(Name, CardPresence.Empty, default, eventCounter)
                    : new ReaderState(Name, CardPresence.Present, inserted.Card.Atr, eventCounter),
            ];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation)
    {
        while (true)
        {
            var change = slotChanged.Next;
            var now = ListReaders();
            if (!now.SequenceEqual(known))
            {
                return now;
            }

            await change.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public ICardHandle Connect(string reader)
    {
        if (reader != Name)
        {
            throw new CardException(CardFault.ReaderUnavailable, "There is no reader of that name.");
        }

        lock (gate)
        {
            return new SimulatedHandle(this, inserted ?? throw new CardException(CardFault.NoCard, "There is no card in the simulated reader."));
        }
    }

    /// <summary>Sends a command of the host, with the display saying so while the card signs.</summary>
    internal byte[] ShowingWork(ReadOnlySpan<byte> command, InsertedCard card, int resetsSeen)
    {
        // PSO and INTERNAL AUTHENTICATE: the commands a person can notice waiting for.
        if (command.Length < 2 || command[1] is not (0x2A or 0x88))
        {
            return card.Transmit(command, resetsSeen);
        }

        face.Working(true);
        try
        {
            return card.Transmit(command, resetsSeen);
        }
        finally
        {
            face.Working(false);
        }
    }

    internal PinEntryRound OpenKeypad(SimulatedHandle handle, IPinStructure structure)
    {
        lock (gate)
        {
            var opened = new PinEntryRound(structure, handle, Clock);
            if (inserted != handle.Inserted)
            {
                opened.End(PinEntryEnd.CardRemoved);
                return opened;
            }

            round = opened;
            face.Asks(opened.Question);
            return opened;
        }
    }

    internal void CloseKeypad(PinEntryRound closed, PinEntryEnd end)
    {
        lock (gate)
        {
            // After a swap the keypad may already wait for the next card.
            if (round == closed)
            {
                round = null;
                face.Asked(end);
            }
        }
    }

    /// <summary>What the card said of a PIN.</summary>
    internal void ShowResult(StatusWord status, ReaderDisplay success) => face.Answered(status, success);

    /// <summary>A handle was closed: the keypad no longer waits for it.</summary>
    internal void Closed(SimulatedHandle handle)
    {
        lock (gate)
        {
            if (round?.Owner == handle)
            {
                round.End(PinEntryEnd.HandleClosed);
            }
        }
    }

    private void Pull()
    {
        if (inserted is null)
        {
            return;
        }

        inserted.Pull();
        inserted = null;
        eventCounter++;
        round?.End(PinEntryEnd.CardRemoved);
        round = null;
        face.CardOut();
        ShowPlans();
    }
}
