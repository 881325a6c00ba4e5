using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>Finds out whether a candidate is a Citizen CA or Foreigner CA under a pinned anchor. The only place where an <see cref="IssuingCa"/> is made.</summary>
internal sealed class IssuerExamination(TrustAnchors anchors, IssuingCaStore store)
{
    /// <summary>Examines a candidate with the roots at hand; an entry that passes is in the store afterwards.</summary>
    /// <param name="candidate">A certificate from anywhere.</param>
    /// <param name="others">More candidates, for its root.</param>
    /// <param name="now">What has ended, or not begun, does not get into the store.</param>
    /// <param name="work">What it costs is added.</param>
    public PathOutcome Examine(Certificate candidate, IReadOnlyList<Certificate> others, DateTimeOffset now, ref PathWork work) =>
        (PathRules.Login.CheckAuthority(candidate, authoritiesBelow: 0) ?? PathRules.Login.CheckAlgorithm(candidate) ?? PathRules.CheckTime(candidate, now)) is { } defect
            ? new PathOutcome.Refused(PathRefusal.OfIssuer(defect))
            : FindRoot(candidate, others, now, ref work);

    private PathOutcome FindRoot(Certificate candidate, IReadOnlyList<Certificate> others, DateTimeOffset now, ref PathWork work)
    {
        var isRootMissing = false;
        foreach (var anchor in anchors.Anchors)
        {
            if (!candidate.Extensions.AuthorityKeyIdentifier.Span.SequenceEqual(anchor.KeyIdentifier))
            {
                continue;
            }

            var root = BytesOf(anchor, candidate.Issuer, others, ref work);
            isRootMissing |= root is null;
            if (root is null || !PathRules.Login.IsNamed(root.Certificate, candidate) || PathRules.Login.CheckAnchor(root.Certificate, authoritiesBelow: 1) is not null)
            {
                continue;
            }

            work.Signatures++;
            if (PathRules.Login.CheckSignature(candidate, root.Key) is null)
            {
                var copy = candidate.Copy();
                return VerificationKey.Of(copy) is { } key
                    ? new PathOutcome.Found(store.Add(new IssuingCa(new CertificateAuthority(copy, key), root, anchor), now))
                    : new PathOutcome.Refused(LoginRejection.KeyNotAllowed);
            }
        }

        if (isRootMissing)
        {
            return new PathOutcome.Missing(candidate);
        }

        // A CA below a CA whose path length is 0 (RFC 5280 §6.1.4 (m)): said as such where that CA is in sight.
        return others.Any(other => IsCaAbove(other, candidate)) || store.Find(candidate).Length > 0
            ? new PathOutcome.Refused(LoginRejection.PathLength)
            : new PathOutcome.Refused(LoginRejection.ChainUntrusted);
    }

    private static bool IsCaAbove(Certificate other, Certificate candidate) =>
        other.Subject.Span.SequenceEqual(candidate.Issuer.Span)
        && !other.Subject.Span.SequenceEqual(other.Issuer.Span)
        && PathRules.Login.CheckAuthority(other, authoritiesBelow: 0) is null;

    // An anchor is a pin: its bytes may come from anywhere, because equality with the pin is the check.
    private CertificateAuthority? BytesOf(TrustAnchor anchor, ReadOnlyMemory<byte> name, IReadOnlyList<Certificate> others, ref PathWork work)
    {
        if (store.TryGetRoot(anchor, out var root))
        {
            return root;
        }

        foreach (var candidate in anchor.Certificate is { } known ? [known] : others.Concat(store.CandidatesNamed(name)).Take(CertificatePath.MaximumChain + CertificatePath.MaximumCandidates))
        {
            work.Steps++;
            if (anchor.Is(candidate))
            {
                return store.AddRoot(anchor, candidate);
            }
        }

        return null;
    }
}
