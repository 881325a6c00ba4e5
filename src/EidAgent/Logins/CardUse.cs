using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EidAgent.Pages;

namespace EidAgent.Logins;

/// <summary>
/// One use of a card from its arrival to its end: a login, or a PIN that its holder checks. It ends once, by whoever is first: the card, the person, the clock, a removal. Whatever still
/// runs for it hears that through <see cref="Ended"/>, and the card hears nothing more but LOG OFF.
/// </summary>
internal abstract class CardUse : IDisposable
{
    /// <summary>How long an ended one can still be looked at.</summary>
    public static readonly TimeSpan Afterglow = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ITimer deadline;
    private readonly CancellationTokenSource ended = new();
    private readonly byte[] pageToken = RandomNumberGenerator.GetBytes(32);
    private LoginEnding onDeadline;
    private DateTimeOffset until;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected CardUse(UiLanguage language, TimeSpan lifetime, LoginEnding onDeadline, TimeProvider clock)
    {
        (Language, this.onDeadline, this.clock, until) = (language, onDeadline, clock, clock.GetUtcNow() + lifetime);
        Ended = ended.Token;
        deadline = clock.CreateTimer(_ => OnDeadline(), null, lifetime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>16 random bytes, base64url: names it in its pages' addresses. Not a secret that anything rests on.</summary>
    public string Id { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What every form of its pages must carry.</summary>
    public string PageToken => Base64Url.EncodeToString(pageToken);

    public UiLanguage Language { get; set; }

    /// <summary>What a page shows now.</summary>
    public LoginProgress Progress { get; private set; } = new(1, LoginPhase.Consent);

    /// <summary>Fires when it has ended, however.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Called once, when nobody can want to see it any more.</summary>
    public Action? Forgotten { get; init; }

    /// <summary>Called once, when it ends without what was wanted, or a login with it.</summary>
    public Action<LoginEnding>? OnEnd { get; init; }

    /// <summary>Compares in constant time.</summary>
    public bool IsPageToken(string? text) =>
        text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(PageToken));

    /// <summary>
    /// Ends it that way when this much time goes by; replaces the deadline before. When that one is over already, it ends here: timers do not count the time that a computer slept, and who wakes
    /// it did not ask for anything.
    /// </summary>
    /// <exception cref="OperationCanceledException">The deadline before was over: nothing more is to be done with the card.</exception>
    public void Within(TimeSpan time, LoginEnding ending)
    {
        if (EndWhenOverdue())
        {
            Ended.ThrowIfCancellationRequested();
        }

        lock (gate)
        {
            if (Progress.Phase != LoginPhase.Ended)
            {
                (onDeadline, until) = (ending, clock.GetUtcNow() + time);
                deadline.Change(time, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Ends it when its time is over by the wall clock, whatever the timers say; true when that ended it.</summary>
    public bool EndWhenOverdue()
    {
        LoginEnding ending;
        lock (gate)
        {
            if (clock.GetUtcNow() < until)
            {
                return false;
            }

            ending = onDeadline;
        }

        return End(ending);
    }

    /// <summary>Shows a step while it runs; nothing once it ended.</summary>
    public void Show(LoginStep step, int? triesLeft = null, PinRemark remark = PinRemark.None) =>
        Advance(progress => progress with { Phase = LoginPhase.Running, Step = step, TriesLeft = triesLeft, Remark = remark });

    /// <summary>Lets the pages look again: something beside it changed.</summary>
    public void Touch() => Advance(progress => progress);

    /// <summary>Ends it; false when it had ended before.</summary>
    public bool End(LoginEnding ending) => End(ending, () => { });

    /// <summary>Completes when the progress is another than <paramref name="known"/>, and at once when it ended: nothing will change any more, and who asks does not know that.</summary>
    public async Task WaitForChangeAsync(int known, CancellationToken cancellation)
    {
        Task change;
        lock (gate)
        {
            if (Progress.Version != known || Progress.Phase == LoginPhase.Ended)
            {
                return;
            }

            change = changed.Task;
        }

        await change.WaitAsync(cancellation);
    }

    /// <summary>Stops the clock. The source behind <see cref="Ended"/> holds nothing of the system's and may still be asked by a keypad that waits.</summary>
    public void Dispose() => deadline.Dispose();

    /// <summary>Ends it; null for a PIN that was right. What it leaves is kept only when it had not ended before.</summary>
    protected bool End(LoginEnding? ending, Action keep)
    {
        lock (gate)
        {
            if (Progress.Phase == LoginPhase.Ended)
            {
                return false;
            }

            keep();
            Progress = Progress with { Version = Progress.Version + 1, Phase = LoginPhase.Ended, Ending = ending };
            deadline.Change(Afterglow, Timeout.InfiniteTimeSpan);
        }

        if (ending is { } known)
        {
            OnEnd?.Invoke(known);
        }

        ended.Cancel();
        SignalChange();
        return true;
    }

    private void Advance(Func<LoginProgress, LoginProgress> next)
    {
        lock (gate)
        {
            if (Progress.Phase == LoginPhase.Ended)
            {
                return;
            }

            Progress = next(Progress) with { Version = Progress.Version + 1 };
        }

        SignalChange();
    }

    private void SignalChange() =>
        Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private void OnDeadline()
    {
        if (!End(onDeadline))
        {
            Forgotten?.Invoke();
            Dispose();
        }
    }
}
