namespace EidAuth.PcSc;

/// <summary>The readers of this machine (PC/SC part 5, ICC resource manager). Implemented by the system's PC/SC service and by the simulated reader.</summary>
public interface IResourceManager
{
    /// <summary>The readers now, in the service's order; empty when there are none.</summary>
    /// <exception cref="Iso7816.CardException"><see cref="Iso7816.CardFault.ServiceUnavailable"/>.</exception>
    IReadOnlyList<ReaderState> ListReaders();

    /// <summary>
    /// Returns as soon as the readers differ from <paramref name="known"/>, comparing event counters too, so that a card swapped between two calls is seen.
    /// A service that stops and starts again is waited for: it shows as an empty list.
    /// </summary>
    Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation);

    /// <summary>
    /// Opens the card in that reader, shared, T=0. A program that holds the card alone makes it Busy at once, one that holds a transaction after ten seconds.
    /// </summary>
    /// <exception cref="Iso7816.CardException">NoCard, Busy, Mute, ReaderUnavailable or ServiceUnavailable.</exception>
    ICardHandle Connect(string reader);
}
