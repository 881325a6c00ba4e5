using System.Collections.Concurrent;

namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// So many requests to one host at once, and no more: what comes on top waits here, on its own time, and gets its slot when another's socket is free or closed. The
/// handler's own bound lets the next one connect a moment before the last one's socket is closed.
/// </summary>
internal sealed class HostSlots
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> slots = new(StringComparer.Ordinal);

    /// <summary>The slots of that address's host and port.</summary>
    public SemaphoreSlim Of(Uri address) => slots.GetOrAdd(address.Authority, static _ => new SemaphoreSlim(PkiTransport.RequestsPerHost));
}
