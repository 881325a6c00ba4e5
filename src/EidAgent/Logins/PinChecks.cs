using EidAgent.Service;

namespace EidAgent.Logins;

/// <summary>The PIN checks that can still be looked at: the one that runs, and the last few that ended.</summary>
internal sealed class PinChecks : IUnfinished
{
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly List<PinCheck> checks = [];

    /// <summary>A check runs, or ended so short ago that its page can still be looked at.</summary>
    public bool IsUnfinished
    {
        get
        {
            lock (gate)
            {
                return checks.Count > 0;
            }
        }
    }

    /// <summary>Keeps it; the oldest is forgotten when there are too many. Only one runs at a time, and that is the newest.</summary>
    public void Add(PinCheck check)
    {
        lock (gate)
        {
            checks.Add(check);
            if (checks.Count > Most)
            {
                checks[0].Dispose();
                checks.RemoveAt(0);
            }
        }
    }

    /// <summary>Finds one by its id, or null.</summary>
    public PinCheck? Find(string? id)
    {
        lock (gate)
        {
            return checks.Find(check => check.Id == id);
        }
    }

    /// <summary>Nobody can want to see it any more.</summary>
    public void Forget(PinCheck check)
    {
        lock (gate)
        {
            checks.Remove(check);
        }
    }
}
