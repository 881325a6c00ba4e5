namespace EidAuth.Pki;

/// <summary>
/// The path of the National Register's signer: it stands directly below a pinned root. Its times are judged apart, because what it signed outlives it: a card of
/// an elderly person is valid for thirty years, its signer for eleven and a half.
/// </summary>
internal sealed class NationalRegisterPath : IDisposable
{
    private static readonly PathRules Rules = new(BelgianProfiles.NationalRegister);

    private readonly TrustAnchors anchors;
    private readonly TrustAnchor anchor;
    private readonly Certificate signer;

    private NationalRegisterPath(TrustAnchors anchors, TrustAnchor anchor, Certificate signer, RegisterKey key, bool hasUnlistedPolicy) =>
        (this.anchors, this.anchor, this.signer, Key, HasUnlistedPolicy) = (anchors, anchor, signer, key, hasUnlistedPolicy);

    /// <summary>The signer's key.</summary>
    public RegisterKey Key { get; }

    /// <summary>Its policy is one nobody has confirmed, in an arc where one is expected.</summary>
    public bool HasUnlistedPolicy { get; }

    /// <summary>Finds the path; null when there is none.</summary>
    /// <param name="signer">The signer's certificate.</param>
    /// <param name="root">A candidate for its root from anywhere, since equality with the pin is the check; null where only anchors with known bytes may serve.</param>
    /// <param name="anchors">The pins.</param>
    public static NationalRegisterPath? Find(Certificate signer, Certificate? root, TrustAnchors anchors)
    {
        if (Rules.CheckLeafProfile(signer) is not null
            || signer.Extensions.AuthorityKeyIdentifier.IsEmpty)
        {
            return null;
        }

        foreach (var anchor in anchors.Anchors)
        {
            var candidate = anchor.Certificate ?? (root is not null && anchor.Is(root) ? root : null);
            if (candidate is not null
                && Rules.JudgePolicies(signer, anchor.Policies) is not PolicyVerdict.Refused and var policy
                && IsSignedBy(candidate, signer)
                && RegisterKey.Of(signer) is { } key)
            {
                return new NationalRegisterPath(anchors, anchor, signer, key, policy == PolicyVerdict.Unlisted);
            }
        }

        return null;
    }

    /// <summary>Signer and root were or are valid at that time.</summary>
    public bool IsValidAt(DateTimeOffset time) => signer.IsValidAt(time) && anchors.IsValidAt(anchor.KeyHash, time);

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();

    private static bool IsSignedBy(Certificate root, Certificate signer)
    {
        if (!Rules.IsNamed(root, signer) || Rules.CheckAnchor(root, authoritiesBelow: 0) is not null)
        {
            return false;
        }

        using var key = VerificationKey.Of(root);
        return key is not null && Rules.CheckSignature(signer, key) is null;
    }
}
