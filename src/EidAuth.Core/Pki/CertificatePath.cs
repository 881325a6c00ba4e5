using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Finds the path of a holder's certificate: issuing CA, pinned anchor, nothing between. The shape is fixed, so there is no search that could be made long: at
/// most a few candidates with the issuer's name are looked at, and what verified once is not verified again. What is checked is in <see cref="PathRules"/>.
/// </summary>
internal sealed class CertificatePath(TrustAnchors anchors, IssuingCaStore store)
{
    /// <summary>Candidates of the issuer's name that are examined.</summary>
    public const int MaximumCandidates = 8;

    /// <summary>Certificates of the bag that are read: what a card brings, and a fetched issuing CA and root before it.</summary>
    public const int MaximumChain = CertificateBag.MaximumCount + 2;

    private readonly IssuerExamination examination = new(anchors, store);

    /// <summary>Finds the issuing CA that signed this certificate and checks signature, algorithm and times up to the anchor.</summary>
    /// <param name="leaf">The holder's certificate, its own contents checked.</param>
    /// <param name="chain">Candidates from the card or a fetch, DER; what does not read is passed over.</param>
    /// <param name="now">For the validity of CA and anchor.</param>
    /// <param name="work">What it costs is added.</param>
    public PathOutcome Find(Certificate leaf, IReadOnlyList<byte[]> chain, DateTimeOffset now, ref PathWork work)
    {
        if (leaf.Extensions.AuthorityKeyIdentifier.IsEmpty || leaf.Issuer.Span.SequenceEqual(leaf.Subject.Span))
        {
            return new PathOutcome.Refused(LoginRejection.ChainUntrusted);
        }

        if (PathRules.Login.CheckAlgorithm(leaf) is { } defect)
        {
            return new PathOutcome.Refused(PathRefusal.OfLeaf(defect));
        }

        PathOutcome? best = null;
        foreach (var known in store.Find(leaf))
        {
            // Another verifier may share the store under other anchors.
            if (anchors.Anchors.Contains(known.Anchor))
            {
                var outcome = Conclude(known, leaf, now, ref work);
                if (outcome is PathOutcome.Found)
                {
                    return outcome;
                }

                best ??= outcome;
            }
        }

        // A CA that was re-issued with its key has the same name and identifier: another certificate of it may still do.
        var searched = Search(leaf, chain, now, ref work);
        return searched is PathOutcome.Found || best is null ? searched : best;
    }

    private PathOutcome Search(Certificate leaf, IReadOnlyList<byte[]> chain, DateTimeOffset now, ref PathWork work)
    {
        var others = new List<Certificate>();
        foreach (var bytes in chain.Take(MaximumChain))
        {
            work.Steps++;
            if (Certificate.TryRead(bytes, out var read))
            {
                others.Add(read!);
            }
        }

        PathOutcome? first = null;
        foreach (var candidate in others.Concat(store.CandidatesNamed(leaf.Issuer)).Where(other => other.Subject.Span.SequenceEqual(leaf.Issuer.Span)).Take(MaximumCandidates))
        {
            work.Steps++;
            var outcome = HasKeyNamedBy(candidate, leaf) ? examination.Examine(candidate, others, now, ref work) : new PathOutcome.Refused(LoginRejection.ChainUntrusted);
            outcome = outcome is PathOutcome.Found found ? Conclude(found.Issuer, leaf, now, ref work) : outcome;
            if (outcome is PathOutcome.Found)
            {
                return outcome;
            }

            first ??= outcome;
        }

        return first ?? new PathOutcome.Missing(leaf);
    }

    // A candidate without the identifier that the leaf names is told apart from none at all only by its profile: a holder's certificate has none.
    private static bool HasKeyNamedBy(Certificate candidate, Certificate leaf) =>
        candidate.Extensions.SubjectKeyIdentifier.IsEmpty || PathRules.Login.IsNamed(candidate, leaf);

    private PathOutcome Conclude(IssuingCa issuer, Certificate leaf, DateTimeOffset now, ref PathWork work)
    {
        work.Steps++;
        if (!PathRules.Login.IsNamed(issuer.Authority.Certificate, leaf))
        {
            return new PathOutcome.Refused(LoginRejection.SignatureInvalid);
        }

        work.Signatures++;
        return PathRules.Login.CheckSignature(leaf, issuer.Authority.Key) is { } defect ? new PathOutcome.Refused(PathRefusal.OfLeaf(defect))
            : !issuer.IsValidAt(now, anchors) ? new PathOutcome.Refused(LoginRejection.ChainExpired)
            : issuer.Found;
    }
}
