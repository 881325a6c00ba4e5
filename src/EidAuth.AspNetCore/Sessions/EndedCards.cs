namespace EidAuth.AspNetCore.Sessions;

/// <summary>
/// Hashes whose card has left, for as long as a session of it could still begin. Anybody can post any text of the right form, so when it is full the oldest goes; what that
/// costs is one session that ends by its time limits instead. One thread at a time.
/// </summary>
internal sealed class EndedCards(int capacity)
{
    private readonly Dictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);
    private readonly Queue<string> oldestFirst = new();

    public bool Contains(string endHash, DateTimeOffset now) => until.TryGetValue(endHash, out var end) && now < end;

    public void Remember(string endHash, DateTimeOffset end, DateTimeOffset now)
    {
        while (oldestFirst.TryPeek(out var oldest) && (until[oldest] <= now || until.Count >= capacity))
        {
            until.Remove(oldestFirst.Dequeue());
        }

        if (until.TryAdd(endHash, end))
        {
            oldestFirst.Enqueue(endHash);
        }
    }
}
