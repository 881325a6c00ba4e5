namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// A circuit breaker for one host: after five failures in a row it opens, and nobody waits for that host any more; after five seconds one request is let through,
/// and closes it or opens it again; whoever comes meanwhile may wait a moment for what it finds. Failures are broken connections and silence. A wrong answer is none:
/// it costs no time. Thread-safe.
/// </summary>
internal sealed class HostCircuit(TimeProvider clock)
{
    /// <summary>As many failures in a row open it.</summary>
    public const int FailuresToOpen = 5;

    /// <summary>How long it stays open before somebody tries.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private int failures;
    private bool isOpen;
    private TaskCompletionSource? probe;
    private long openedAt;

    /// <summary>The host failed and has not answered since.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return isOpen;
            }
        }
    }

    /// <summary>Ends with the request that tries whether an open circuit may close; null when none is under way.</summary>
    public Task? Probe
    {
        get
        {
            lock (gate)
            {
                return probe?.Task;
            }
        }
    }

    /// <summary>Leave to ask the host, or null.</summary>
    public CircuitPass? TryEnter()
    {
        lock (gate)
        {
            if (!isOpen)
            {
                return new CircuitPass(IsProbe: false);
            }

            if (probe is not null || clock.GetElapsedTime(openedAt) < OpenFor)
            {
                return null;
            }

            probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new CircuitPass(IsProbe: true);
        }
    }

    /// <summary>The host answered, whatever it said.</summary>
    public CircuitChange Answered(CircuitPass pass)
    {
        lock (gate)
        {
            var change = isOpen ? CircuitChange.Closed : CircuitChange.None;
            (failures, isOpen) = (0, false);
            EndProbe(pass);
            return change;
        }
    }

    /// <summary>The host did not answer.</summary>
    public CircuitChange Failed(CircuitPass pass)
    {
        lock (gate)
        {
            if (pass.IsProbe)
            {
                openedAt = clock.GetTimestamp();
                EndProbe(pass);
                return CircuitChange.None;
            }

            // Those that were under way when it opened say nothing new.
            if (isOpen || ++failures < FailuresToOpen)
            {
                return CircuitChange.None;
            }

            (isOpen, openedAt) = (true, clock.GetTimestamp());
            return CircuitChange.Opened;
        }
    }

    /// <summary>Whoever asked left before it was known.</summary>
    public void Left(CircuitPass pass)
    {
        lock (gate)
        {
            EndProbe(pass);
        }
    }

    private void EndProbe(CircuitPass pass)
    {
        if (pass.IsProbe)
        {
            probe?.SetResult();
            probe = null;
        }
    }
}
