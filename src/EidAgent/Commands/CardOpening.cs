using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary>Finds the card that a command is about.</summary>
/// <param name="Readers">Where.</param>
/// <param name="Clock">For the pause between two tries at a card that another program holds.</param>
internal sealed record CardOpening(IResourceManager Readers, TimeProvider Clock)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    // Right after insertion other programs look at the card too.
    private const int BusyTries = 6;

    /// <summary>The beginning of a reader's name; null for any.</summary>
    public string? Reader { get; init; }

    /// <summary>Waits for a card instead of giving up without one.</summary>
    public bool Wait { get; init; }

    /// <summary>Called once, before waiting.</summary>
    public Action Waiting { get; init; } = () => { };

    /// <summary>The first Belgian card, open.</summary>
    /// <exception cref="CardException">As for <see cref="BelpicSession.OpenFirst(IResourceManager)"/>.</exception>
    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public async Task<BelpicSession> OpenAsync(CancellationToken cancellation)
    {
        var told = false;
        for (var tries = 1; ; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            var seen = Wait ? Readers.ListReaders() : [];
            try
            {
                return BelpicSession.OpenFirst(new NamedReaders(Readers, Reader), Clock);
            }
            catch (CardException exception) when (exception.Fault is CardFault.Busy or CardFault.Reset && tries < BusyTries)
            {
                await Task.Delay(RetryAfter, Clock, cancellation);
            }
            catch (CardException exception) when (Wait && exception.Fault is CardFault.NoCard or CardFault.ReaderUnavailable or CardFault.Removed)
            {
                if (!told)
                {
                    Waiting();
                    told = true;
                }

                tries = 0;
                await Readers.WaitForChangeAsync(seen, cancellation);
            }
        }
    }

    /// <summary>The readers of that name alone.</summary>
    private sealed class NamedReaders(IResourceManager readers, string? name) : IResourceManager
    {
        public IReadOnlyList<ReaderState> ListReaders() =>
            name is null ? readers.ListReaders() : [.. readers.ListReaders().Where(reader => reader.Name.StartsWith(name, StringComparison.Ordinal))];

        public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
            readers.WaitForChangeAsync(known, cancellation);

        public ICardHandle Connect(string reader) => readers.Connect(reader);
    }
}
