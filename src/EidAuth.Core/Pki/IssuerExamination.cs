using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>Finds out whether a candidate is a Citizen CA or Foreigner CA under a pinned anchor. The only place where an <see cref="IssuingCa"/> is made.</summary>
internal sealed class IssuerExamination(TrustAnchors anchors, IssuingCaStore store)
{
    /// <summary>Examines a candidate with the roots at hand; an entry that passes is in the store afterwards.</summary>
    /// <param name="candidate">A certificate from anywhere.</param>
    /// <param name="others">More candidates, for its root.</param>
    /// <param name="now">What has ended, or not begun, does not get into the store.</param>
    public PathOutcome Examine(Certificate candidate, IReadOnlyList<Certificate> others, DateTimeOffset now)
    {
        var defect = CertificateProfile.IssuingCa.Check(candidate.Extensions);
        if (defect == ProfileDefect.CaFlag)
        {
            return new PathOutcome.Refused(LoginRejection.IssuerNotCa);
        }

        // Time stamping CAs and others stand under the same roots, with purposes and path lengths of their own.
        if (SubjectName.Single(candidate.Subject, Oid.CommonName) is not ("Citizen CA" or "Foreigner CA"))
        {
            return new PathOutcome.Refused(LoginRejection.IssuerNotAllowed);
        }

        switch (defect)
        {
            case ProfileDefect.PathLength:
                return new PathOutcome.Refused(LoginRejection.PathLength);
            case ProfileDefect.KeyUsage:
                return new PathOutcome.Refused(LoginRejection.IssuerKeyUsage);
            case ProfileDefect.CriticalExtension:
                return new PathOutcome.Refused(LoginRejection.CriticalExtension);
            case ProfileDefect.ExtendedKeyUsage:
                return new PathOutcome.Refused(LoginRejection.ChainExtendedKeyUsage);
        }

        if (candidate.PublicKey.Kind == KeyKind.NotAllowed)
        {
            return new PathOutcome.Refused(LoginRejection.KeyNotAllowed);
        }

        if (!SignatureAlgorithm.TryFind(candidate.SignatureAlgorithm.Span, out _))
        {
            return new PathOutcome.Refused(LoginRejection.AlgorithmNotAllowed);
        }

        return candidate.IsValidAt(now) ? FindRoot(candidate, others, now) : new PathOutcome.Refused(LoginRejection.ChainExpired);
    }

    private PathOutcome FindRoot(Certificate candidate, IReadOnlyList<Certificate> others, DateTimeOffset now)
    {
        var isRootMissing = false;
        foreach (var anchor in anchors.Anchors)
        {
            if (!candidate.Extensions.AuthorityKeyIdentifier.Span.SequenceEqual(anchor.KeyIdentifier))
            {
                continue;
            }

            var root = BytesOf(anchor, candidate.Issuer, others);
            isRootMissing |= root is null;
            if (root is not null && root.IsNamedBy(candidate) && root.Signed(candidate))
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
        && CertificateProfile.IssuingCa.Check(other.Extensions) == ProfileDefect.None;

    // An anchor is a pin: its bytes may come from anywhere, because equality with the pin is the check.
    private CertificateAuthority? BytesOf(TrustAnchor anchor, ReadOnlyMemory<byte> name, IReadOnlyList<Certificate> others)
    {
        if (store.TryGetRoot(anchor, out var root))
        {
            return root;
        }

        foreach (var candidate in anchor.Certificate is { } known ? [known] : others.Concat(store.CandidatesNamed(name)))
        {
            if (anchor.Is(candidate))
            {
                return store.AddRoot(anchor, candidate);
            }
        }

        return null;
    }
}
