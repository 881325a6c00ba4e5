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

    /// <summary>What it says of that certificate at that time.</summary>
    public CrlVerdict Look(in CrlSubject subject, DateTimeOffset now, CrlRules rules, TimeSpan grace = default) =>
        DefectAt(now, rules, grace) is { } defect ? CrlVerdict.Undecided(defect, Evidence)
        : !subject.Issuer.Span.SequenceEqual(list.Issuer.Span) ? CrlVerdict.Undecided(CrlDefect.IssuerMismatch, Evidence)
        : !Scope.Covers(subject) || !SerialKey.TryRead(subject.SerialNumber.Span, out var serialNumber) ? CrlVerdict.Undecided(CrlDefect.Scope, Evidence)
        : new CrlVerdict(list.Entries.Find(serialNumber), null, Evidence);
}
