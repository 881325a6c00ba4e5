using EidAuth.Iso7816;
using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Reader;

/// <summary>Decides what the display shows: a question before work, work before a result, a result for a while, then whether a card is in.</summary>
internal sealed class ReaderFace(TimeProvider clock, Lock gate)
{
    /// <summary>Long enough to be read.</summary>
    private static readonly TimeSpan ResultStays = TimeSpan.FromSeconds(4);

    private readonly ChangeSignal changed = new();
    private ReaderPanel panel = new(null, ReaderDisplay.InsertCard, 0, false, 0);
    private string? cardId;
    private ReaderDisplay? question;
    private int digits;
    private int working;
    private IReadOnlyList<PlannedFault> faults = [];
    private ReaderDisplay? result;
    private int? triesLeft;
    private ITimer? resultEnds;

    public ReaderPanel Panel => Volatile.Read(ref panel);

    public async Task<ReaderPanel> WaitAsync(ReaderPanel known, CancellationToken cancellation)
    {
        while (true)
        {
            var change = changed.Next;
            var now = Panel;
            if (now.Version != known.Version)
            {
                return now;
            }

            await change.WaitAsync(cancellation);
        }
    }

    public void CardIn(string id) => Change(() => cardId = id);

    public void CardOut() => Change(() =>
    {
        (cardId, question, digits) = (null, null, 0);
        SetResult(null);
    });

    public void Asks(ReaderDisplay asked) => Change(() =>
    {
        (question, digits) = (asked, 0);
        SetResult(null);
    });

    public void Typed(ReaderDisplay asked, int count) => Change(() => (question, digits) = (asked, count));

    public void Asked(PinEntryEnd end) => Change(() =>
    {
        (question, digits) = (null, 0);
        SetResult(end switch
        {
            PinEntryEnd.Cancelled or PinEntryEnd.Aborted or PinEntryEnd.HandleClosed => ReaderDisplay.Cancelled,
            PinEntryEnd.TimedOut => ReaderDisplay.TimedOut,
            PinEntryEnd.TooShort => ReaderDisplay.PinTooShort,
            PinEntryEnd.NewPinsDiffer => ReaderDisplay.NewPinsDiffer,
            _ => null,
        });
    });

    public void Answered(StatusWord status, ReaderDisplay success) => Change(() =>
    {
        SetResult(status switch
        {
            { Value: 0x9000 } => success,
            { Value: 0x6983 } or { RetriesLeft: 0 } => ReaderDisplay.PinBlocked,
            { RetriesLeft: not null } => ReaderDisplay.PinWrong,
            _ => null,
        });
        triesLeft = status.RetriesLeft is > 0 ? status.RetriesLeft : null;
    });

    /// <summary>Which faults wait.</summary>
    public void Plans(IReadOnlyList<PlannedFault> now)
    {
        if (now.Count > 0 || faults.Count > 0)
        {
            // The same list for the same faults, or every look at the panel would be a change.
            Change(() => faults = faults.SequenceEqual(now) ? faults : now);
        }
    }

    public void Working(bool now) => Change(() => working += now ? 1 : -1);

    private void SetResult(ReaderDisplay? value)
    {
        resultEnds?.Dispose();
        resultEnds = null;
        triesLeft = null;
        result = cardId is null ? null : value;
        if (result is not null)
        {
            ITimer? own = null;
            own = clock.CreateTimer(_ => Change(() =>
            {
                if (resultEnds == own)
                {
                    SetResult(null);
                }
            }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            resultEnds = own;
            own.Change(ResultStays, Timeout.InfiniteTimeSpan);
        }
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            var display = question is { } asked ? asked
                : working > 0 ? ReaderDisplay.Busy
                : result ?? (cardId is null ? ReaderDisplay.InsertCard : ReaderDisplay.Ready);
            var next = new ReaderPanel(cardId, display, digits, question is not null, panel.Version)
            {
                TriesLeft = result == display ? triesLeft : null,
                Faults = faults,
            };
            if (next == panel)
            {
                return;
            }

            Volatile.Write(ref panel, next with { Version = panel.Version + 1 });
        }

        changed.Raise();
    }
}
