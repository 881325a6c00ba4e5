namespace EidAuth.PcSc;

/// <summary>One reader at one moment.</summary>
/// <param name="Name">The reader's name as PC/SC gives it.</param>
/// <param name="Presence">Whether a card is in it.</param>
/// <param name="Atr">The card's answer to reset, at most 33 bytes; empty without a card.</param>
/// <param name="EventCounter">
/// Counts insertions and removals (the high half of dwEventState), so that a fast swap differs; 0 for ever on systems that do not count.
/// </param>
public sealed record ReaderState(string Name, CardPresence Presence, ReadOnlyMemory<byte> Atr, int EventCounter)
{
    /// <summary>
    /// Equal when reader, presence and event counter are. Where nothing is counted the answers to reset are compared instead: a card swapped for one of another
    /// generation differs then, a swap for one just like it between two looks does not, and only an open handle tells of it.
    /// </summary>
    public bool Equals(ReaderState? other) =>
        other is not null && Name == other.Name && Presence == other.Presence && EventCounter == other.EventCounter
        && (EventCounter != 0 || Atr.Span.SequenceEqual(other.Atr.Span));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Presence, EventCounter);
}
