using EidAgent.Logins;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Removals;

/// <summary>
/// Looks for cards by their chip number, where readers tell nothing any more: after a restart of the service they count from the beginning. Each card is looked at once,
/// since a look ends in a reset, and never while a login uses one.
/// </summary>
internal sealed class LostCards(IResourceManager readers, CardTurn turn)
{
    private readonly Dictionary<ReaderState, ReadOnlyMemory<byte>> seen = [];

    /// <summary>Finds what is there of the lost; true when a card could not be looked at and may be later.</summary>
    public async Task<bool> FindAsync(IReadOnlyList<KeptSession> lost, IReadOnlyList<ReaderState> now)
    {
        foreach (var gone in seen.Keys.Except(now).ToList())
        {
            seen.Remove(gone);
        }

        var isUnsure = false;
        foreach (var reader in now.Where(MayBeBelgian))
        {
            if (!seen.TryGetValue(reader, out var chipNumber))
            {
                if (await LookAsync(reader) is not { } found)
                {
                    isUnsure = true;
                    continue;
                }

                seen[reader] = chipNumber = found;
            }

            foreach (var session in lost.Where(session => session.Card.ChipNumber.Span.SequenceEqual(chipNumber.Span)))
            {
                session.Find(new SeenCard(chipNumber, reader));
            }
        }

        return isUnsure && lost.Any(session => session.LostSince is not null);
    }

    // A card without power may not show its answer to reset.
    private static bool MayBeBelgian(ReaderState reader) => reader.Presence == CardPresence.Present && (reader.Atr.IsEmpty || BelpicAtr.Matches(reader.Atr.Span));

    private async Task<ReadOnlyMemory<byte>?> LookAsync(ReaderState reader)
    {
        using var mine = turn.TryTake();
        return mine is null ? null : await CardThread.Run(() => ChipNumberIn(reader));
    }

    private ReadOnlyMemory<byte>? ChipNumberIn(ReaderState reader)
    {
        try
        {
            using var session = BelpicSession.Open(readers.Connect(reader.Name));
            return session.ChipNumber.ToArray();
        }
        catch (CardException exception)
        {
            // What says so of itself is no citizen's card; anything else passes, and is looked at again.
            return exception.Fault is CardFault.NotBelgian or CardFault.NotActivated or CardFault.Protocol ? ReadOnlyMemory<byte>.Empty : null;
        }
    }
}
