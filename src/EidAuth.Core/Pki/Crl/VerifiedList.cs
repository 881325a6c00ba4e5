namespace EidAuth.Pki;

/// <summary>
/// A revocation list whose signature is its CA's and which may be relied on while it is fresh. Made by <see cref="CrlJudge"/> only. What changes with time and
/// what depends on the certificate is checked at each look.
/// </summary>
internal sealed class VerifiedList
{
    private readonly CertificateList list;

    internal VerifiedList(CertificateList list, bool isSha1)
    {
        this.list = list;
        Evidence = new CrlEvidence(list.ThisUpdate, list.NextUpdate ?? list.ThisUpdate, list.Extensions.NumberText, list.IsVersion1, isSha1);
    }

    /// <summary>Which list it is.</summary>
    public CrlEvidence Evidence { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ThisUpdate => list.ThisUpdate;

    /// <summary>cRLNumber, or null.</summary>
    public SerialKey? Number => list.Extensions.Number;

    /// <summary>What it covers.</summary>
    public CrlScope Scope => list.Extensions.Scope;

    /// <summary>Memory it holds, nearly, in bytes.</summary>
    public long Size => 1024 + ((long)list.Entries.Count * RevokedSerials.BytesPerEntry);

    /// <summary>Why it does not count at that time; null when it does.</summary>
    /// <param name="now">The verifier's clock.</param>
    /// <param name="rules">How old it may be.</param>
    /// <param name="grace">How long beyond its end it counts.</param>
    public CrlDefect? DefectAt(DateTimeOffset now, CrlRules rules, TimeSpan grace = default) =>
        list.NextUpdate is not { } nextUpdate || nextUpdate <= list.ThisUpdate ? CrlDefect.NoNextUpdate
        : list.ThisUpdate > now + CrlRules.Skew ? CrlDefect.NotYetValid
        : nextUpdate <= now - CrlRules.Skew - grace || list.ThisUpdate < now - rules.MaximumAge - grace ? CrlDefect.Stale
        : null;

    /// <summary>
    /// What it says of that certificate at that time. Revoked it says whatever the time is: that is never taken back (RFC 5280 §5.3.1), and an end only bounds how long
    /// a list may let pass.
    /// </summary>
    public CrlVerdict Look(in CrlSubject subject, DateTimeOffset now, CrlRules rules, TimeSpan grace = default)
    {
        if (!subject.Issuer.Span.SequenceEqual(list.Issuer.Span))
        {
            return CrlVerdict.Undecided(CrlDefect.IssuerMismatch, Evidence);
        }

        if (!Scope.Covers(subject) || !SerialKey.TryRead(subject.SerialNumber.Span, out var serialNumber))
        {
            return CrlVerdict.Undecided(CrlDefect.Scope, Evidence);
        }

        var status = list.Entries.Find(serialNumber);
        var isOutOfTime = DefectAt(now, rules) is not null;
        return isOutOfTime && status != CrlStatus.Revoked && DefectAt(now, rules, grace) is { } defect
            ? CrlVerdict.Undecided(defect, Evidence)
            : new CrlVerdict(status, null, Evidence) { IsOutOfTime = isOutOfTime };
    }
}
