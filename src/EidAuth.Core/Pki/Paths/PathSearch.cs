namespace EidAuth.Pki;

/// <summary>One search, from the leaf up, depth first. Each link is checked before the next is looked for, so what is hostile ends where it begins.</summary>
internal sealed class PathSearch
{
    private readonly List<Certificate> intermediates = [];
    private readonly IReadOnlyList<PathAnchor> anchors;
    private readonly DateTimeOffset time;
    private readonly PathLimits limits;
    private readonly LeafRules rules;
    private readonly NameCheck names;
    private readonly List<Certificate> path = [];
    private PathAnchor? end;
    private PathDefect defect = PathDefect.IssuerUnknown;
    private int defectDepth = -1;
    private int signatures;
    private int steps;
    private bool isExhausted;

    public PathSearch(IReadOnlyList<ReadOnlyMemory<byte>> intermediates, IReadOnlyList<PathAnchor> anchors, DateTimeOffset time, PathLimits limits, LeafRules rules)
    {
        (this.anchors, this.time, this.limits, this.rules) = (anchors, time, limits, rules);
        names = new NameCheck(limits.MaximumNameComparisons);
        foreach (var encoded in intermediates.Take(limits.MaximumIntermediates))
        {
            steps++;
            if (Certificate.TryRead(encoded, out var certificate))
            {
                this.intermediates.Add(certificate!);
            }
        }
    }

    /// <summary>Runs it for a leaf that was checked by itself.</summary>
    public PathResult Run(Certificate leaf)
    {
        path.Add(leaf);
        var found = Extend(authoritiesBelow: 0);
        var cost = (Signatures: signatures, Steps: steps + names.Comparisons);
        return found ? new PathResult.Verified([.. path.Select(certificate => certificate.Encoded)], end!) { Signatures = cost.Signatures, Steps = cost.Steps }
            : new PathResult.Refused(isExhausted ? PathDefect.LimitReached : defect) { Signatures = cost.Signatures, Steps = cost.Steps };
    }

    // The path so far holds up to its last certificate; its issuer is wanted.
    private bool Extend(int authoritiesBelow)
    {
        var last = path[^1];
        if (!SignatureAlgorithm.TryFind(last.SignatureAlgorithm.Span, out var algorithm))
        {
            return Fail(PathDefect.AlgorithmNotAllowed);
        }

        foreach (var anchor in anchors)
        {
            steps++;
            if (IsNamed(anchor.Certificate, last) && IsGoodIssuer(anchor.Certificate, anchor.Key, last, algorithm, authoritiesBelow))
            {
                end = anchor;
                return true;
            }
        }

        if (path.Count - 1 >= limits.MaximumDepth)
        {
            return intermediates.Any(candidate => IsNamed(candidate, last)) ? Exhaust() : Fail(PathDefect.IssuerUnknown);
        }

        foreach (var candidate in intermediates)
        {
            steps++;
            if (isExhausted)
            {
                return false;
            }

            if (IsNamed(candidate, last) && !IsInPath(candidate) && TryCandidate(candidate, last, algorithm, authoritiesBelow))
            {
                return true;
            }
        }

        return Fail(PathDefect.IssuerUnknown);
    }

    private bool TryCandidate(Certificate candidate, Certificate last, SignatureAlgorithm algorithm, int authoritiesBelow)
    {
        if (LeafRules.CheckAny(candidate, time) is { } broken)
        {
            return Fail(broken);
        }

        using var key = VerificationKey.Of(candidate);
        if (key is null)
        {
            return Fail(PathDefect.KeyNotAllowed);
        }

        if (!IsGoodIssuer(candidate, key, last, algorithm, authoritiesBelow))
        {
            return false;
        }

        path.Add(candidate);
        if (Extend(authoritiesBelow + (IsSelfIssued(candidate) ? 0 : 1)))
        {
            return true;
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    private bool IsGoodIssuer(Certificate issuer, VerificationKey key, Certificate last, SignatureAlgorithm algorithm, int authoritiesBelow)
    {
        if (rules.CheckIssuer(issuer, authoritiesBelow) is { } broken)
        {
            return Fail(broken);
        }

        if (time < issuer.NotBefore || time > issuer.NotAfter)
        {
            return Fail(time < issuer.NotBefore ? PathDefect.NotYetValid : PathDefect.Expired);
        }

        if (!names.Allows(issuer, path, out var isOutOfBounds))
        {
            return isOutOfBounds ? Exhaust() : Fail(PathDefect.NameConstraints);
        }

        if (signatures == limits.MaximumSignatures)
        {
            return Exhaust();
        }

        signatures++;
        return key.Verify(algorithm, last.Signed.Span, last.Signature.Span) || Fail(PathDefect.SignatureInvalid);
    }

    // RFC 5280 §6.1.3 (a)(4), and §4.2.1.1 where both say which key.
    private static bool IsNamed(Certificate issuer, Certificate issued) =>
        issuer.Subject.Span.SequenceEqual(issued.Issuer.Span)
        && (issuer.Extensions.SubjectKeyIdentifier.IsEmpty
            || issued.Extensions.AuthorityKeyIdentifier.IsEmpty
            || issuer.Extensions.SubjectKeyIdentifier.Span.SequenceEqual(issued.Extensions.AuthorityKeyIdentifier.Span));

    private static bool IsSelfIssued(Certificate certificate) => certificate.Subject.Span.SequenceEqual(certificate.Issuer.Span);

    // The same name with the same key would be a loop, whatever else the certificate says.
    private bool IsInPath(Certificate candidate) => path.Any(certificate =>
        certificate.Subject.Span.SequenceEqual(candidate.Subject.Span) && certificate.PublicKey.Encoded.Span.SequenceEqual(candidate.PublicKey.Encoded.Span));

    private bool Fail(PathDefect reason)
    {
        // That nobody else fits says less than why the one that fitted by name was no good.
        if (path.Count > defectDepth && (reason != PathDefect.IssuerUnknown || defectDepth < 0))
        {
            (defect, defectDepth) = (reason, path.Count);
        }

        return false;
    }

    private bool Exhaust()
    {
        isExhausted = true;
        return false;
    }
}
