using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Service;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using Microsoft.Extensions.Logging;

namespace EidAgent.Removals;

/// <summary>
/// Ends sessions when their card leaves, for the sites that ask for it (docs/protocol.md, section 5). It watches only while there is something to watch for, and holds
/// everything in memory: the agent's exit forgets it.
/// </summary>
internal sealed class RemovalWatch(IResourceManager readers, LostCards lost, EndPost post, TimeProvider clock, ILogger<RemovalWatch> log)
    : IStopped, IUnfinished, IDisposable
{
    /// <summary>How many sessions are kept: more than anybody has open with one card, few enough to be no store. The oldest goes first.</summary>
    public const int MaximumCount = 32;

    /// <summary>How long one is kept: a working day. By then the site's own limit has ended it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>How long a reader or the service may be away before its card counts as gone: a restart takes seconds, and the same card is there again after it.</summary>
    public static readonly TimeSpan ReturnTime = TimeSpan.FromSeconds(10);

    // Between two tries to look at a card that another program holds, or after a service that failed.
    private static readonly TimeSpan LookPace = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private readonly List<KeptSession> kept = [];
    private readonly CancellationTokenSource stopping = new();
    private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task watching = Task.CompletedTask;
    private Task posting = Task.CompletedTask;
    private bool isWatching;

    /// <summary>How many sessions are kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return kept.Count;
            }
        }
    }

    /// <summary>A session is kept, or its end is on its way to the site.</summary>
    public bool IsUnfinished
    {
        get
        {
            lock (gate)
            {
                return kept.Count > 0 || !posting.IsCompleted;
            }
        }
    }

    /// <summary>Keeps the session of a login whose token was handed to the browser, where its site asked for that. Once for each login, however often its page is loaded.</summary>
    public void Keep(LoginAttempt attempt)
    {
        if (attempt.Request.End is not { } end || attempt.Result is not { } signed || !attempt.TryHandOver())
        {
            return;
        }

        lock (gate)
        {
            if (stopping.IsCancellationRequested || kept.Any(session => session.End == end))
            {
                return;
            }

            if (kept.Count == MaximumCount)
            {
                kept.RemoveAt(0);
                AgentLog.SessionForgotten(log);
            }

            kept.Add(new KeptSession(end, attempt.Request.ReturnTo.EndAddress, signed.Card, Now + Lifetime));
            added.TrySetResult();
            if (!isWatching)
            {
                isWatching = true;
                watching = Task.Run(WatchAsync);
            }
        }
    }

    // Since it was made, and not the time of day: somebody may set the clock, and a session must neither outlive its card nor end with it in.
    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Forgets everything: nothing is posted because the agent ends.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(watching, posting).WaitAsync(cancellationToken);
        lock (gate)
        {
            kept.Clear();
        }
    }

    public void Dispose() => stopping.Dispose();

    private async Task WatchAsync()
    {
        try
        {
            IReadOnlyList<ReaderState>? known = null;
            while (Begin(ref known) is { Count: > 0 } sessions)
            {
                known ??= await LookAsync();
                var retry = await JudgeAsync(sessions, known);
                known = await WaitAsync(known, retry);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Forgotten with the agent.
        }
#pragma warning disable CA1031 // The agent goes on serving; only the exception's type is logged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AgentLog.AgentFault(log, exception.GetType().Name);
            EndAll();
        }
    }

    // What was added since the last look cannot be judged by it: then the readers are looked at anew.
    private List<KeptSession> Begin(ref IReadOnlyList<ReaderState>? known)
    {
        lock (gate)
        {
            if (kept.RemoveAll(session => session.Until <= Now) > 0)
            {
                AgentLog.SessionForgotten(log);
            }

            if (added.Task.IsCompleted)
            {
                added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                known = null;
            }

            isWatching = kept.Count > 0;
            return [.. kept];
        }
    }

    // Without a service there are no readers either.
    private async Task<IReadOnlyList<ReaderState>> LookAsync()
    {
        try
        {
            return await CardThread.Run(readers.ListReaders);
        }
        catch (CardException)
        {
            return [];
        }
    }

    // True when somebody has to look again soon without being told.
    private async Task<bool> JudgeAsync(List<KeptSession> sessions, IReadOnlyList<ReaderState> now)
    {
        var time = Now;
        foreach (var session in sessions.Where(session => session.LostSince is null))
        {
            switch (session.Card.In(now))
            {
                case CardSight.Left:
                    End(session);
                    break;
                case CardSight.Lost:
                    session.Lose(time);
                    break;
            }
        }

        var missing = sessions.Where(session => session.LostSince is not null).ToList();
        var retry = missing.Count > 0 && await lost.FindAsync(missing, now);
        foreach (var session in missing.Where(session => session.LostSince + ReturnTime <= Now))
        {
            End(session);
        }

        return retry;
    }

    private async Task<IReadOnlyList<ReaderState>?> WaitAsync(IReadOnlyList<ReaderState> known, bool retry)
    {
        if (TimeToWait(retry) is not { } time)
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var change = readers.WaitForChangeAsync(known, over.Token);
        await Task.WhenAny(change, added.Task, Task.Delay(time, clock, over.Token));
        await over.CancelAsync();
        try
        {
            return await change;
        }
        catch (OperationCanceledException)
        {
            stopping.Token.ThrowIfCancellationRequested();
            return null;
        }
        catch (CardException)
        {
            await Task.Delay(LookPace, clock, stopping.Token);
            return [];
        }
    }

    // Null when nothing is left to wait for.
    private TimeSpan? TimeToWait(bool retry)
    {
        lock (gate)
        {
            if (kept.Count == 0)
            {
                return null;
            }

            var time = kept.Min(session => session.LostSince is { } since ? since + ReturnTime : session.Until) - Now;
            time = retry && time > LookPace ? LookPace : time;
            return time > TimeSpan.Zero ? time : TimeSpan.Zero;
        }
    }

    private void End(KeptSession session)
    {
        lock (gate)
        {
            if (kept.Remove(session))
            {
                posting = Task.WhenAll(posting, Task.Run(() => post.SendAsync(session, stopping.Token)));
            }
        }
    }

    // Whatever went wrong: a card that nobody watches may have left.
    private void EndAll()
    {
        lock (gate)
        {
            isWatching = false;
            kept.ToList().ForEach(End);
        }
    }
}
