using EidAgent.Pages;

namespace EidAgent.Logins;

/// <summary>A PIN that its holder checks on the agent's own page: no site asked for it and none hears of it. It ends without an ending when the PIN was right.</summary>
internal sealed class PinCheck(UiLanguage language, TimeSpan lifetime, TimeProvider clock) : CardUse(language, lifetime, LoginEnding.CardTimedOut, clock)
{
    private TaskCompletionSource? lastTry;

    /// <summary>The login that led here, by its id, so that the page can lead back; null when there was none.</summary>
    public string? From { get; init; }

    /// <summary>The reader that the card is in, as it calls itself, once it is open: hostile text.</summary>
    public string? Reader { get; set; }

    /// <summary>The card took the PIN.</summary>
    public bool WasRight => Progress is { Phase: LoginPhase.Ended, Ending: null };

    /// <summary>Ends it with a right PIN; false when it had ended before.</summary>
    public bool Complete() => End(null, () => { });

    /// <summary>Shows the warning and waits for the click on it. Each last try is asked for anew.</summary>
    /// <param name="triesLeft">1, or null when the card does not tell.</param>
    /// <param name="remark">What is said about the PIN before.</param>
    public async Task AskLastTryAsync(int? triesLeft, PinRemark remark)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref lastTry, asked);
        Show(LoginStep.LastTry, triesLeft, remark);
        try
        {
            await asked.Task.WaitAsync(Ended);
        }
        finally
        {
            Volatile.Write(ref lastTry, null);
        }
    }

    /// <summary>The person clicked "use the last try"; counts only while that is asked.</summary>
    public void AcceptLastTry() => Volatile.Read(ref lastTry)?.TrySetResult();
}
