using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <content>Finding a card.</content>
public sealed partial class BelpicSession
{
    // Windows lists its own key store as a reader with a card that never leaves.
    private const string NoRealReader = "Windows Hello";

    /// <summary>The reader that the card is in.</summary>
    public string Reader => handle.Reader;

    /// <summary>Opens the first Belgian card in any reader, in the service's order, without waiting for one.</summary>
    /// <param name="readers">For example <c>new PcscResourceManager()</c>.</param>
    /// <exception cref="CardException">
    /// ReaderUnavailable: no reader is connected. NoCard: all are empty. Otherwise what was wrong with the last card that was tried, and NotBelgian only when no
    /// card had anything else.
    /// </exception>
    public static BelpicSession OpenFirst(IResourceManager readers) => OpenFirst(readers, TimeProvider.System);

    /// <summary>The same with a clock, for the pause that cards older than 1.7 need.</summary>
    /// <exception cref="CardException">As above.</exception>
    public static BelpicSession OpenFirst(IResourceManager readers, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(readers);
        var real = readers.ListReaders().Where(reader => !reader.Name.StartsWith(NoRealReader, StringComparison.Ordinal)).ToList();
        if (real.Count == 0)
        {
            throw new CardException(CardFault.ReaderUnavailable, "No card reader is connected.");
        }

        CardException? failure = null;
        foreach (var reader in real.Where(reader => reader.Presence != CardPresence.Empty))
        {
            try
            {
                return IsForeign(reader) ? throw NotBelgian() : Open(readers.Connect(reader.Name), clock);
            }
            catch (CardException exception)
            {
                failure = exception.Fault == CardFault.NotBelgian && failure is not null ? failure : exception;
            }
        }

        throw failure ?? new CardException(CardFault.NoCard, "There is no card in any reader.");
    }

    // Told by the reader alone: a connection would end in a reset, which takes a card that is not ours from the program that uses it.
    private static bool IsForeign(ReaderState reader) => reader is { Presence: CardPresence.Present, Atr.IsEmpty: false } && !BelpicAtr.Matches(reader.Atr.Span);
}
