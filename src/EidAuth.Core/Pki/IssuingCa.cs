namespace EidAuth.Pki;

/// <summary>A Citizen CA or Foreigner CA that verified under a pinned anchor. Made by <see cref="IssuerExamination"/> only.</summary>
internal sealed class IssuingCa(CertificateAuthority authority, CertificateAuthority root, TrustAnchor anchor)
{
    /// <summary>The CA itself.</summary>
    public CertificateAuthority Authority { get; } = authority;

    /// <summary>The root that signed it.</summary>
    public CertificateAuthority Root { get; } = root;

    /// <summary>The pin that the root's bytes matched.</summary>
    public TrustAnchor Anchor { get; } = anchor;

    /// <summary>The end of a path to it; every login of its holders has the same.</summary>
    public PathOutcome.Found Found => field ??= new PathOutcome.Found(this);

    /// <summary>CA and anchor are within their validity. Asked at each login: an entry may outlive its certificate.</summary>
    public bool IsValidAt(DateTimeOffset time, TrustAnchors anchors) =>
        Authority.Certificate.IsValidAt(time) && anchors.IsValidAt(Anchor.KeyHash, time);
}
