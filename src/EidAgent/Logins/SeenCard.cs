using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>A card that was opened, and the reader it was in.</summary>
/// <param name="ChipNumber">16 bytes; what a card is known by when readers tell nothing.</param>
/// <param name="Reader">As seen before the card was opened, or found again.</param>
internal sealed record SeenCard(ReadOnlyMemory<byte> ChipNumber, ReaderState Reader)
{
    /// <summary>What the readers, as they now are, tell of it. Nothing is asked of the card.</summary>
    public CardSight In(IReadOnlyList<ReaderState> readers)
    {
        if (readers.FirstOrDefault(reader => reader.Name == Reader.Name) is not { } now)
        {
            return CardSight.Lost;
        }

        // A service that was restarted counts from the beginning.
        if (now.EventCounter < Reader.EventCounter)
        {
            return CardSight.Lost;
        }

        // Another program's reset may leave a card mute for a moment; it is in all the same.
        return now.Presence != CardPresence.Empty && now.EventCounter == Reader.EventCounter && (now.EventCounter != 0 || now.Presence == CardPresence.Mute || now.Equals(Reader))
            ? CardSight.StillIn
            : CardSight.Left;
    }

    /// <summary>Says nothing of the card.</summary>
    public override string ToString() => nameof(SeenCard);
}
