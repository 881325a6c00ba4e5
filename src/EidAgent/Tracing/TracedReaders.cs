using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Tracing;

/// <summary>Readers whose cards' commands are traced. A reader is the number in which it was first used: its name may hold a serial number.</summary>
internal sealed class TracedReaders(IResourceManager inner, ApduTrace trace, TimeProvider clock) : IResourceManager
{
    private readonly List<string> known = [];

    /// <summary>The readers themselves where nothing is traced.</summary>
    public static IResourceManager Around(IResourceManager inner, ApduTrace? trace, TimeProvider clock) => trace is null ? inner : new TracedReaders(inner, trace, clock);

    /// <inheritdoc/>
    public IReadOnlyList<ReaderState> ListReaders() => inner.ListReaders();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
        inner.WaitForChangeAsync(known, cancellation);

    /// <inheritdoc/>
    public ICardHandle Connect(string reader)
    {
        var slot = SlotOf(reader);
        var since = clock.GetTimestamp();
        try
        {
            var handle = inner.Connect(reader);
            trace.Event(slot, TraceEvent.Connect, null, clock.GetElapsedTime(since));
            return new TracedHandle(handle, slot, trace, clock);
        }
        catch (CardException exception)
        {
            trace.Event(slot, TraceEvent.Connect, exception.Fault, clock.GetElapsedTime(since));
            throw;
        }
    }

    private int SlotOf(string reader)
    {
        lock (known)
        {
            if (!known.Contains(reader))
            {
                known.Add(reader);
            }

            return known.IndexOf(reader);
        }
    }
}
