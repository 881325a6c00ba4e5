using System.Collections.Concurrent;
using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Answers of responders that were verified whole, good and revoked ones alone, each until it ends. For a click made twice and for issuing CAs, about which every login
/// asks the same. Bounded; thread-safe.
/// </summary>
/// <param name="maximumCount">Answers held at most; beyond it those that ended go, then the ones that end first.</param>
public sealed class OcspAnswerCache(int maximumCount = 4096)
{
    private readonly ConcurrentDictionary<RevocationKey, RevocationFinding> held = new();

    /// <summary>How many are held.</summary>
    public int Count => held.Count;

    /// <summary>The held answer that counts at that time, or up to <paramref name="grace"/> beyond its end.</summary>
    internal RevocationFinding? Find(RevocationQuestion question, TimeSpan grace, DateTimeOffset now)
    {
        if (!held.TryGetValue(question.Key, out var finding) || finding.Evidence is not { } evidence || now >= evidence.CountsUntil + grace)
        {
            return null;
        }

        var isGrace = now >= evidence.CountsUntil;
        return new RevocationFinding(
            finding.Key, finding.Rejection, evidence with { IsHeld = true, IsGrace = isGrace, CountsUntil = isGrace ? evidence.CountsUntil + grace : evidence.CountsUntil });
    }

    /// <summary>Holds what was decided by a responder and is neither on hold nor unknown; what is newer takes the older one's place.</summary>
    internal void Take(RevocationFinding finding, DateTimeOffset now)
    {
        if (finding is { IsDecided: true, Evidence: { Source: RevocationSource.Ocsp, IsHeld: false } } && finding.Rejection is not LoginRejection.OcspUnknown)
        {
            if (held.Count >= maximumCount)
            {
                MakeRoom(now);
            }

            held.AddOrUpdate(finding.Key, finding, (_, older) => older.Evidence!.ThisUpdate > finding.Evidence.ThisUpdate ? older : finding);
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, finding) in held.OrderBy(entry => entry.Value.Evidence!.CountsUntil).Take(Math.Max(1, maximumCount / 8)).ToArray())
        {
            held.TryRemove(key, out _);
        }
    }
}
