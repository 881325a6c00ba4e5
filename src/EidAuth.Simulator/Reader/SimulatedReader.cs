using EidAuth.PcSc;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// A reader in this process that the agent sees as any other: cards go in and out, and where it has a keypad it answers GET FEATURE REQUEST and
/// VERIFY PIN DIRECT byte for byte (PC/SC part 10), so that the PIN goes from the keypad to the card and nowhere else.
/// </summary>
public sealed class SimulatedReader : IResourceManager
{
    /// <summary>Makes an empty reader.</summary>
    public SimulatedReader(string name, bool pinPad, TimeProvider clock) => _ = (name, pinPad, clock);

    /// <summary>The card that is in, or null.</summary>
    public SimulatedCard? Card => throw new NotImplementedException();

    /// <summary>What the display and the keypad show; a new instance at each change.</summary>
    public ReaderPanel Panel => throw new NotImplementedException();

    /// <summary>Puts a card in; one that was in is removed first, and counts as a removal.</summary>
    public void Insert(SimulatedCard card) => throw new NotImplementedException();

    /// <summary>Pulls the card out; open handles see CardFault.Removed.</summary>
    public void Remove() => throw new NotImplementedException();

    /// <summary>Presses a key; ignored when the keypad waits for nothing.</summary>
    public void Press(KeypadKey key) => throw new NotImplementedException();

    /// <summary>Completes when the panel differs from <paramref name="known"/>.</summary>
    public Task<ReaderPanel> WaitForPanelAsync(ReaderPanel known, CancellationToken cancellation) => throw new NotImplementedException();

    /// <inheritdoc/>
    public IReadOnlyList<ReaderState> ListReaders() => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public ICardHandle Connect(string reader) => throw new NotImplementedException();
}
