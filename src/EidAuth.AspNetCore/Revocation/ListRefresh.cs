using System.Collections.Concurrent;
using System.Security.Cryptography;
using EidAuth.Pki;
using Microsoft.Extensions.Hosting;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>
/// Keeps lists fresh in the background, before a login would have to wait for one: the roots' lists of issuing CAs that were seen, and these CAs' own lists where the
/// mode uses them before an outage is over (<see cref="RevocationMode.CrlFirst"/>, <see cref="RevocationMode.Grace"/>). Without logins nothing is fetched: not one timer runs
/// before the first, and a CA that nobody used for three days is forgotten.
/// </summary>
internal sealed class ListRefresh(CrlClient lists, TimeProvider clock) : BackgroundService
{
    /// <summary>Nobody of that CA logged in for so long: its list is let go stale. A long weekend.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromDays(3);

    private const int MaximumCount = 1024;
    private const int AtOnce = 4;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(16);

    private readonly ConcurrentDictionary<(SiteRevocation Site, string Address), WatchedList> watched = new();
    private TaskCompletionSource changed = NewSignal();
    private volatile bool isWaiting;

    /// <summary>How many lists are kept fresh.</summary>
    public int Count => watched.Count;

    /// <summary>Nothing is due at the moment.</summary>
    public bool IsWaiting => isWaiting;

    /// <summary>A login asks that question, whose certificate's issuer is proven.</summary>
    public void Note(SiteRevocation site, RevocationQuestion question)
    {
        if ((!question.IsIssuer && site.Policy.Mode == RevocationMode.HardFail) || question.Crl.Address is not { } address)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var key = (site, address.AbsoluteUri);
        if (watched.TryGetValue(key, out var known))
        {
            known.LastSeen = now;
        }
        else if (watched.Count < MaximumCount
            && watched.TryAdd(key, new WatchedList(site, question.Crl.OfAnyCertificate(), question.IsIssuer ? site.Policy.IssuerListAge : site.Policy.HolderListAge)
            {
                LastSeen = now,
                Due = now + Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)),
            }))
        {
            Volatile.Read(ref changed).TrySetResult();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes that for a fault where it is disposed without being stopped.
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            // A new signal first: what is added from here on is seen below, or wakes.
            var signal = NewSignal();
            Volatile.Write(ref changed, signal);
            var now = clock.GetUtcNow();
            var due = watched.Values.Where(list => list.Due <= now).ToArray();
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping }, (list, _) => RefreshAsync(list));
            await WaitAsync(signal.Task, stopping);
        }
    }

    private async Task WaitAsync(Task signal, CancellationToken stopping)
    {
        var next = watched.IsEmpty ? Timeout.InfiniteTimeSpan : watched.Values.Min(list => list.Due) - clock.GetUtcNow();
        if (next <= TimeSpan.Zero && next != Timeout.InfiniteTimeSpan)
        {
            return;
        }

        try
        {
            var wait = signal.WaitAsync(next, clock, stopping);
            isWaiting = true;
            await wait;
        }
        catch (TimeoutException)
        {
        }
        finally
        {
            isWaiting = false;
        }
    }

    private async ValueTask RefreshAsync(WatchedList list)
    {
        if (clock.GetUtcNow() - list.LastSeen > IdleAfter)
        {
            watched.TryRemove((list.Site, list.Question.Address!.AbsoluteUri), out _);
            return;
        }

        var fetch = await lists.FetchAsync(list.Site, list.Question);
        list.Failures = fetch.NextUpdate is null ? Math.Min(list.Failures + 1, 5) : 0;
        list.Due = clock.GetUtcNow() + (fetch.NextUpdate is { } nextUpdate ? UntilNext(list.Age, nextUpdate) : UntilRetry(list.Failures));
    }

    // Before a login would find it too old, and before it ends; not all servers at the same moment.
    private TimeSpan UntilNext(TimeSpan age, DateTimeOffset nextUpdate)
    {
        var left = nextUpdate - clock.GetUtcNow();
        var whole = left < age ? left : age;
        var next = Between(whole * 0.7, whole * 0.9);
        return next > FirstRetry ? next : FirstRetry;
    }

    private static TimeSpan UntilRetry(int failures)
    {
        var wait = FirstRetry * Math.Pow(2, failures - 1);
        wait = wait < LongestRetry ? wait : LongestRetry;
        return Between(wait * 0.8, wait);
    }

    private static TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)Math.Max(1, Math.Min(int.MaxValue, (most - least).TotalMilliseconds))));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
