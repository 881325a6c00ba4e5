namespace EidAuth.Pki;

/// <summary>A Citizen CA or Foreigner CA that verified under a pinned anchor. Made by <see cref="IssuerExamination"/> only.</summary>
internal sealed class IssuingCa(CertificateAuthority authority, CertificateAuthority root, TrustAnchor anchor)
{
    // UTC ticks, so that it is read and written at once.
    private long knownGoodUntil;

    /// <summary>The CA itself.</summary>
    public CertificateAuthority Authority { get; } = authority;

    /// <summary>The root that signed it.</summary>
    public CertificateAuthority Root { get; } = root;

    /// <summary>The pin that the root's bytes matched.</summary>
    public TrustAnchor Anchor { get; } = anchor;

    /// <summary>Until when the last verified answer "good" about this CA counts.</summary>
    public DateTimeOffset KnownGoodUntil => new(Interlocked.Read(ref knownGoodUntil), TimeSpan.Zero);

    /// <summary>CA and anchor are within their validity. Asked at each login: an entry may outlive its certificate.</summary>
    public bool IsValidAt(DateTimeOffset time, TrustAnchors anchors) =>
        Authority.Certificate.IsValidAt(time) && anchors.IsValidAt(Anchor.KeyHash, time);

    /// <summary>A verified answer said "good".</summary>
    public void RememberGoodUntil(DateTimeOffset until) => Interlocked.Exchange(ref knownGoodUntil, until.UtcTicks);

    /// <summary>A verified answer said something else.</summary>
    public void ForgetGood() => Interlocked.Exchange(ref knownGoodUntil, 0);
}
