namespace EidAuth.Pki;

/// <summary>
/// The newest verified answer of a responder about each certificate. One that has not ended spares a question, for a click made twice and for issuing CAs, about which
/// every login asks the same; on hold and unknown are asked again each time. One that has ended is remembered: against older ones that are played back, and for
/// <see cref="RevocationMode.Grace"/>. For one policy: what one took with a missing nonce, a stricter one would not. Bounded; thread-safe.
/// </summary>
/// <param name="maximumCount">Answers held at most; beyond it an eighth of them goes: of the good ones those that end first, the others last.</param>
public sealed class OcspAnswerCache(int maximumCount = 4096)
{
    private readonly Dictionary<RevocationKey, RevocationFinding> held = [];
    private readonly Lock changing = new();

    /// <summary>How many are held.</summary>
    public int Count
    {
        get
        {
            lock (changing)
            {
                return held.Count;
            }
        }
    }

    /// <summary>The newest answer about that certificate, however old it is.</summary>
    internal RevocationFinding? Newest(RevocationKey key)
    {
        lock (changing)
        {
            return held.GetValueOrDefault(key);
        }
    }

    /// <summary>Holds what a responder said, unless something newer is held.</summary>
    /// <returns>What holds now: the finding, or an answer made later that says the certificate may not pass.</returns>
    internal RevocationFinding Take(RevocationFinding finding)
    {
        if (!finding.IsDecided || finding.Evidence is not { Source: RevocationSource.Ocsp })
        {
            return finding;
        }

        lock (changing)
        {
            if (held.TryGetValue(finding.Key, out var other) && IsOverruledBy(finding, other))
            {
                return other.Status == RevocationStatus.Good ? finding : other;
            }

            if (other is null && held.Count >= maximumCount)
            {
                MakeRoom();
            }

            held[finding.Key] = finding;
            return finding;
        }
    }

    // Times have whole seconds: of two answers of one second the worse one holds.
    private static bool IsOverruledBy(RevocationFinding finding, RevocationFinding other) =>
        other.IsNewerThan(finding) || (!finding.IsNewerThan(other) && other.Status > finding.Status);

    // Once for an eighth of all, so that it costs each answer a few steps however many come at once.
    private void MakeRoom()
    {
        var leaving = held.Values
            .OrderBy(finding => finding.Status != RevocationStatus.Good)
            .ThenBy(finding => finding.Evidence!.CountsUntil)
            .Take(Math.Max(1, maximumCount / 8))
            .ToArray();
        foreach (var finding in leaving)
        {
            held.Remove(finding.Key);
        }
    }
}
