namespace EidAuth.Pki;

/// <summary>One search, from the leaf up, depth first. Each link is checked before the next is looked for, so what is hostile ends where it begins.</summary>
internal sealed class PathSearch
{
    private readonly List<Certificate> intermediates = [];
    private readonly IReadOnlyList<PathAnchor> anchors;
    private readonly DateTimeOffset time;
    private readonly PathLimits limits;
    private readonly PathRules rules;
    private readonly NameCheck names;
    private readonly List<Certificate> path = [];
    private PathAnchor? end;
    private PolicyVerdict policy;
    private PathDefect defect = PathDefect.IssuerUnknown;
    private int defectDepth = -1;
    private int signatures;
    private int steps;
    private bool isExhausted;

    public PathSearch(IReadOnlyList<ReadOnlyMemory<byte>> intermediates, IReadOnlyList<PathAnchor> anchors, DateTimeOffset time, PathLimits limits, PathRules rules)
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
        var cost = steps + names.Comparisons;
        return found
            ? new PathResult.Verified([.. path.Select(certificate => certificate.Encoded)], end!)
            {
                HasUnlistedPolicy = policy == PolicyVerdict.Unlisted,
                Signatures = signatures,
                Steps = cost,
            }
            : new PathResult.Refused(isExhausted ? PathDefect.LimitReached : defect) { Signatures = signatures, Steps = cost };
    }

    // The path so far holds up to its last certificate; its issuer is wanted.
    private bool Extend(int authoritiesBelow)
    {
        var last = path[^1];
        if (rules.CheckAlgorithm(last) is { } broken)
        {
            return Fail(broken);
        }

        foreach (var anchor in anchors)
        {
            steps++;
            if (rules.IsNamed(anchor.Certificate, last) && TryAnchor(anchor, last, authoritiesBelow))
            {
                end = anchor;
                return true;
            }
        }

        if (path.Count - 1 >= limits.MaximumDepth || path.Count - 1 >= rules.Authorities)
        {
            return !intermediates.Any(candidate => rules.IsNamed(candidate, last) && !IsSelfIssued(candidate)) ? Fail(PathDefect.IssuerUnknown)
                : path.Count - 1 >= rules.Authorities ? Fail(PathDefect.PathLength)
                : Exhaust();
        }

        foreach (var candidate in intermediates)
        {
            steps++;
            if (isExhausted)
            {
                return false;
            }

            if (rules.IsNamed(candidate, last) && !IsInPath(candidate) && TryCandidate(candidate, last, authoritiesBelow))
            {
                return true;
            }
        }

        return Fail(PathDefect.IssuerUnknown);
    }

    private bool TryAnchor(PathAnchor anchor, Certificate last, int authoritiesBelow)
    {
        if (rules.Authorities is { } count && path.Count - 1 != count)
        {
            return Fail(PathDefect.IssuerNotAllowed);
        }

        var itself = rules.CheckAnchor(anchor.Certificate, authoritiesBelow) ?? PathRules.CheckTime(anchor.Certificate, time);
        if (!MayIssue(anchor.Certificate, itself) || !HasSigned(anchor.Key, last))
        {
            return false;
        }

        policy = rules.JudgePolicies(path[0], anchor.Policies);
        return policy != PolicyVerdict.Refused || Fail(PathDefect.Policy);
    }

    private bool TryCandidate(Certificate candidate, Certificate last, int authoritiesBelow)
    {
        if (!MayIssue(candidate, rules.CheckAuthority(candidate, authoritiesBelow) ?? PathRules.CheckTime(candidate, time)))
        {
            return false;
        }

        // Last, and within the limit of signatures: making a key costs as much as one.
        using var key = VerificationKey.Of(candidate);
        if (key is null)
        {
            signatures++;
            return Fail(PathDefect.KeyNotAllowed);
        }

        if (!HasSigned(key, last))
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

    // What can be told without its key, and whether there may be one more signature.
    private bool MayIssue(Certificate issuer, PathDefect? itself)
    {
        if (itself is { } broken)
        {
            return Fail(broken);
        }

        if (!names.Allows(issuer, path, out var isOutOfBounds))
        {
            return isOutOfBounds ? Exhaust() : Fail(PathDefect.NameConstraints);
        }

        return signatures < limits.MaximumSignatures || Exhaust();
    }

    private bool HasSigned(VerificationKey key, Certificate last)
    {
        signatures++;
        return rules.CheckSignature(last, key) is not { } forged || Fail(forged);
    }

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
