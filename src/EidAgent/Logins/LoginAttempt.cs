using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EidAgent.Pages;
using EidAuth.Belpic;
using EidAuth.Login;

namespace EidAgent.Logins;

/// <summary>
/// One login from its arrival to its end. It ends once, by whoever is first: the card, the person, the clock, a removal. Whatever still runs for it hears that
/// through <see cref="Ended"/>, and the card hears nothing more but LOG OFF.
/// </summary>
internal sealed class LoginAttempt : IDisposable
{
    /// <summary>How long an ended login can still be looked at.</summary>
    public static readonly TimeSpan Afterglow = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly ITimer deadline;
    private readonly CancellationTokenSource ended = new();
    private readonly byte[] pageToken = RandomNumberGenerator.GetBytes(32);
    private readonly TaskCompletionSource lastTry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int handedOver;
    private LoginEnding onDeadline = LoginEnding.ConsentExpired;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LoginAttempt(LoginRequest request, UiLanguage language, TimeSpan lifetime, TimeProvider clock)
    {
        (Request, Language) = (request, language);
        Ended = ended.Token;
        deadline = clock.CreateTimer(_ => OnDeadline(), null, lifetime, Timeout.InfiniteTimeSpan);
    }

    /// <summary>16 random bytes, base64url: names the login in its pages' addresses. Not a secret that anything rests on.</summary>
    public string Id { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What every form of its pages must carry.</summary>
    public string PageToken => Base64Url.EncodeToString(pageToken);

    public LoginRequest Request { get; }

    public UiLanguage Language { get; set; }

    /// <summary>The fields of the card that the person agreed to give, out of those that were asked for; set with the consent.</summary>
    public CardParts Agreed { get; set; }

    /// <summary>What a page shows now.</summary>
    public LoginProgress Progress { get; private set; } = new(1, LoginPhase.Consent);

    /// <summary>Token and chain, once <see cref="LoginEnding.Signed"/>.</summary>
    public SignedLogin? Result { get; private set; }

    /// <summary>Fires when the login has ended, however.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Completes when the person agreed to use the last try.</summary>
    public Task LastTryAccepted => lastTry.Task;

    /// <summary>Called once, when nobody can want to see it any more.</summary>
    public Action? Forgotten { get; init; }

    /// <summary>Called once, when it ends.</summary>
    public Action<LoginEnding>? OnEnd { get; init; }

    /// <summary>Compares in constant time.</summary>
    public bool IsPageToken(string? text) =>
        text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(PageToken));

    /// <summary>Ends the login that way when this much time goes by; replaces the deadline before.</summary>
    public void Within(TimeSpan time, LoginEnding ending)
    {
        lock (gate)
        {
            if (Progress.Phase != LoginPhase.Ended)
            {
                onDeadline = ending;
                deadline.Change(time, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Shows a step of the running login; nothing once it ended.</summary>
    public void Show(LoginStep step, int? triesLeft = null, PinRemark remark = PinRemark.None) =>
        Advance(progress => progress with { Phase = LoginPhase.Running, Step = step, TriesLeft = triesLeft, Remark = remark });

    /// <summary>Lets the pages look again: something beside the login changed.</summary>
    public void Touch() => Advance(progress => progress);

    /// <summary>The person clicked "use the last try"; counts only while that is asked.</summary>
    public void AcceptLastTry()
    {
        if (Progress is { Phase: LoginPhase.Running, Step: LoginStep.LastTry })
        {
            lastTry.TrySetResult();
        }
    }

    /// <summary>Ends it with a signature; false when it had ended before, and then nothing of it is kept.</summary>
    public bool Complete(SignedLogin result) => End(LoginEnding.Signed, result);

    /// <summary>Ends it; false when it had ended before.</summary>
    public bool End(LoginEnding ending) => End(ending, null);

    /// <summary>True the first time that the page with its token was served.</summary>
    public bool TryHandOver() => Interlocked.Exchange(ref handedOver, 1) == 0;

    /// <summary>Completes when the progress is another than <paramref name="known"/>.</summary>
    public async Task WaitForChangeAsync(int known, CancellationToken cancellation)
    {
        Task change;
        lock (gate)
        {
            if (Progress.Version != known)
            {
                return;
            }

            change = changed.Task;
        }

        await change.WaitAsync(cancellation);
    }

    /// <summary>Stops the clock. The source behind <see cref="Ended"/> holds nothing of the system's and may still be asked by a keypad that waits.</summary>
    public void Dispose() => deadline.Dispose();

    private bool End(LoginEnding ending, SignedLogin? result)
    {
        lock (gate)
        {
            if (Progress.Phase == LoginPhase.Ended)
            {
                return false;
            }

            Result = result;
            Progress = Progress with { Version = Progress.Version + 1, Phase = LoginPhase.Ended, Ending = ending };
            deadline.Change(Afterglow, Timeout.InfiniteTimeSpan);
        }

        OnEnd?.Invoke(ending);
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
