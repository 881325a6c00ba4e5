using EidAgent.Diary;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAgent.Service;
using EidAgent.Sites;
using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>
/// The logins that are known. At most <see cref="MaximumWaiting"/> wait for consent: the newest is served, the oldest ends. Waiting ones hold nothing.
/// </summary>
internal sealed class LoginAttempts(AgentOptions options, LoginRecorder recorder, TimeProvider clock, ILogger<LoginAttempts> log) : IUnfinished
{
    /// <summary>How many wait for consent at most.</summary>
    public const int MaximumWaiting = 8;

    private const int MaximumEnded = 32;

    private readonly Lock gate = new();
    private readonly LinkedList<LoginAttempt> attempts = [];

    /// <summary>A login waits, runs, or ended so short ago that its page can still be looked at.</summary>
    public bool IsUnfinished
    {
        get
        {
            lock (gate)
            {
                return attempts.Count > 0;
            }
        }
    }

    /// <summary>Takes a request in. One of a blocked site has ended before it waits.</summary>
    /// <param name="request">What the site asks.</param>
    /// <param name="language">Of the pages.</param>
    /// <param name="known">What is known of the site, where that was looked at.</param>
    public LoginAttempt Add(LoginRequest request, UiLanguage language, Acquaintance? known = null)
    {
        var acquaintance = known ?? Acquaintance.None;
        LoginAttempt? attempt = null;
        attempt = new LoginAttempt(request, language, options.ConsentLifetime, clock)
        {
            Forgotten = () => Forget(attempt!),
            OnEnd = ending =>
            {
                AgentLog.LoginEnded(log, ending.Code());
                recorder.Ended(attempt!, ending);
            },
            Consent = new ConsentState(clock) { Acquaintance = acquaintance },
        };
        if (acquaintance.IsBlocked)
        {
            attempt.End(LoginEnding.SiteBlocked);
        }

        List<LoginAttempt> displaced;
        lock (gate)
        {
            attempts.AddLast(attempt);
            displaced = [.. Oldest(LoginPhase.Consent, MaximumWaiting)];
            foreach (var old in Oldest(LoginPhase.Ended, MaximumEnded).ToList())
            {
                attempts.Remove(old);
                old.Dispose();
            }
        }

        if (!acquaintance.IsBlocked)
        {
            AgentLog.LoginAsked(log);
        }

        displaced.ForEach(old => old.End(LoginEnding.Displaced));
        return attempt;
    }

    /// <summary>Finds one by its id, or null. One whose time is over has ended then.</summary>
    public LoginAttempt? Find(string? id)
    {
        LoginAttempt? found;
        lock (gate)
        {
            found = attempts.FirstOrDefault(attempt => attempt.Id == id);
        }

        found?.EndWhenOverdue();
        return found;
    }

    /// <summary>Ends those of a site that wait for consent: it was blocked.</summary>
    public void EndWaiting(Origin origin)
    {
        List<LoginAttempt> waiting;
        lock (gate)
        {
            waiting = [.. attempts.Where(attempt => attempt.Progress.Phase == LoginPhase.Consent && attempt.Request.ReturnTo.Origin == origin)];
        }

        waiting.ForEach(attempt => attempt.End(LoginEnding.SiteBlocked));
    }

    /// <summary>Lets the pages that wait for consent look again: the card slot changed hands.</summary>
    public void TouchWaiting()
    {
        List<LoginAttempt> waiting;
        lock (gate)
        {
            waiting = [.. attempts.Where(attempt => attempt.Progress.Phase == LoginPhase.Consent)];
        }

        waiting.ForEach(attempt => attempt.Touch());
    }

    private IEnumerable<LoginAttempt> Oldest(LoginPhase phase, int keep)
    {
        var those = attempts.Where(attempt => attempt.Progress.Phase == phase).ToList();
        return those.Take(Math.Max(0, those.Count - keep));
    }

    private void Forget(LoginAttempt attempt)
    {
        lock (gate)
        {
            attempts.Remove(attempt);
        }
    }
}
