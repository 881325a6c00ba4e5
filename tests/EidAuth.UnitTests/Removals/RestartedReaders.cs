using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.UnitTests.Removals;

/// <summary>Simulated readers behind a service that can be stopped and started, and readers that can be unplugged, told of as the system's own does.</summary>
internal sealed class RestartedReaders(params IResourceManager[] readers) : IResourceManager
{
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isDown;
    private int waits;
    private volatile IResourceManager[] plugged = readers;
    private Dictionary<string, int> countedFrom = [];

    /// <summary>How often somebody began to wait for a change.</summary>
    public int Waits => Volatile.Read(ref waits);

    /// <summary>The service stops: waits end in an empty list.</summary>
    public void Stop()
    {
        isDown = true;
        Change();
    }

    /// <summary>It is there again, and has counted that many events of each reader.</summary>
    public void Start(int counter, params IResourceManager[] now)
    {
        plugged = now;
        countedFrom = now.SelectMany(one => one.ListReaders()).ToDictionary(reader => reader.Name, reader => reader.EventCounter - counter);
        isDown = false;
        Change();
    }

    /// <summary>The same service, and only these readers.</summary>
    public void Plug(params IResourceManager[] now)
    {
        plugged = now;
        Change();
    }

    public IReadOnlyList<ReaderState> ListReaders() => isDown
        ? throw new CardException(CardFault.ServiceUnavailable, "Stopped.")
        : [.. plugged.SelectMany(one => one.ListReaders()).Select(Count)];

    public async Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation)
    {
        while (true)
        {
            var change = changed.Task;
            var before = plugged.Select(one => (Readers: one, Known: one.ListReaders())).ToArray();
            var now = isDown ? [] : ListReaders();
            if (!now.SequenceEqual(known))
            {
                return now;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            Interlocked.Increment(ref waits);
            await await Task.WhenAny([change, .. before.Select(one => one.Readers.WaitForChangeAsync(one.Known, over.Token))]);
            await over.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public ICardHandle Connect(string reader) => isDown
        ? throw new CardException(CardFault.ServiceUnavailable, "Stopped.")
        : plugged.First(one => one.ListReaders().Any(state => state.Name == reader)).Connect(reader);

    private ReaderState Count(ReaderState reader) =>
        countedFrom.TryGetValue(reader.Name, out var start) ? reader with { EventCounter = reader.EventCounter - start } : reader;

    private void Change() => Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
