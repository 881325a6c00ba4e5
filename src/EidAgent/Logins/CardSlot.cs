using EidAgent.Service;
using EidAuth.Belpic;

namespace EidAgent.Logins;

/// <summary>
/// One card operation at a time. Taken when a person consents, free again when the last command to the card has returned, which can be later than the end
/// of the login: a keypad that waits for digits cannot be called back.
/// </summary>
internal sealed class CardSlot(LoginAttempts attempts, LoginRun logins, PinCheckRun checks) : IStopped
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool stopping;

    /// <summary>Who holds the slot, or null.</summary>
    public CardUse? Holder { get; private set; }

    /// <summary>Completes when a holder that ended has let go of the card; at once where nobody holds the slot, or somebody who goes on.</summary>
    public Task LettingGo
    {
        get
        {
            lock (gate)
            {
                return Holder is { Progress.Phase: LoginPhase.Ended } ? running : Task.CompletedTask;
            }
        }
    }

    /// <summary>Starts the card operation of a login that waits for consent; false when another one holds the slot or this one waits no longer.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="agreed">The fields of the card that its person agreed to give.</param>
    public bool TryStart(LoginAttempt attempt, CardParts agreed = CardParts.None) => TryStart(
        attempt,
        () => attempt.Agreed = agreed,
        () => logins.RunAsync(attempt));

    /// <summary>Starts to check a PIN; false when the slot is held.</summary>
    public bool TryStart(PinCheck check) => TryStart(check, () => { }, () => checks.RunAsync(check));

    /// <summary>Ends what runs and waits until the card was reset.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task last;
        lock (gate)
        {
            stopping = true;
            last = running;
        }

        Holder?.End(LoginEnding.AgentStopping);
        await last.WaitAsync(cancellationToken);
    }

    private bool TryStart(CardUse use, Action begin, Func<Task> run)
    {
        lock (gate)
        {
            if (Holder is not null || stopping || use.Progress.Phase != LoginPhase.Consent)
            {
                return false;
            }

            Holder = use;
            begin();
            use.Show(LoginStep.InsertReader);
            running = Task.Run(() => RunAsync(run));
        }

        attempts.TouchWaiting();
        return true;
    }

    private async Task RunAsync(Func<Task> run)
    {
        await run();
        lock (gate)
        {
            Holder = null;
        }

        attempts.TouchWaiting();
    }
}
