using System.Collections.Concurrent;

namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// What several callers want at the same time is done once, and all of them get the same result. It belongs to none of them: a caller who leaves ends nothing, and
/// nothing of the first one's request (its trace, its log scopes) is seen while it runs.
/// </summary>
internal sealed class SingleFlight<TKey, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TResult>>> underWay = new();

    /// <summary>How many are under way.</summary>
    public int Count => underWay.Count;

    /// <summary>The work that is under way for that key, or <paramref name="start"/>, which then is.</summary>
    public Task<TResult> Join(TKey key, Func<Task<TResult>> start) =>
        underWay.GetOrAdd(key, (_, work) => new Lazy<Task<TResult>>(() => Launch(key, work)), start).Value;

    private Task<TResult> Launch(TKey key, Func<Task<TResult>> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(() => RunAsync(key, work));
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => RunAsync(key, work));
        }
    }

    private async Task<TResult> RunAsync(TKey key, Func<Task<TResult>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }
}
