namespace EidAuth.Pki;

/// <summary>
/// Certification path validation (RFC 5280 §6.1) as a pure function: no network, no clock, no machine store, the same answer on every platform. What is
/// particular to Belgian cards is in the profile (<see cref="BelgianProfiles"/>); a login runs the same checks over its own store (<see cref="Login.LoginVerifier"/>).
/// </summary>
/// <remarks>
/// Stricter than the RFC allows one to be: names are compared as DER; where issuer and subject both give a key identifier, they must be equal; RSA of 2048 to 8192 bits
/// with an exponent from 65537, or P-256, P-384, P-521 by name, uncompressed; PKCS#1 v1.5 or ECDSA with SHA-256, SHA-384 or SHA-512. Policies are not processed as a tree, and a
/// path that constrains them is refused. Name constraints are processed for directory, DNS, mail, URI and IP names. Revocation is somebody else's question.
/// </remarks>
public static class PathVerifier
{
    /// <summary>Finds a path from the leaf to an anchor.</summary>
    /// <param name="leaf">DER.</param>
    /// <param name="intermediates">DER each, in any order, from anywhere; what does not read is passed over.</param>
    /// <param name="anchors">At least one.</param>
    /// <param name="time">When the path must be valid; both ends of a validity period count.</param>
    /// <param name="limits">What the search may cost.</param>
    /// <param name="profile">What the leaf is wanted for.</param>
    /// <exception cref="ArgumentException">There is no anchor, or the profile's purpose is no OID.</exception>
    public static PathResult Verify(
        ReadOnlyMemory<byte> leaf,
        IReadOnlyList<ReadOnlyMemory<byte>> intermediates,
        IReadOnlyList<PathAnchor> anchors,
        DateTimeOffset time,
        PathLimits limits,
        PathProfile profile)
    {
        ArgumentNullException.ThrowIfNull(intermediates);
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(profile);
        if (anchors.Count == 0)
        {
            throw new ArgumentException("Without an anchor nothing can be trusted.", nameof(anchors));
        }

        var rules = new PathRules(profile);
        if (!Certificate.TryRead(leaf, out var certificate))
        {
            return new PathResult.Refused(PathDefect.CertificateMalformed) { Signatures = 0, Steps = 1 };
        }

        if (rules.CheckLeaf(certificate!, time) is { } defect)
        {
            return new PathResult.Refused(defect) { Signatures = 0, Steps = 1 };
        }

        // Only making the key tells whether its point lies on the curve.
        using var key = VerificationKey.Of(certificate!);
        if (key is null)
        {
            return new PathResult.Refused(PathDefect.KeyNotAllowed) { Signatures = 0, Steps = 1 };
        }

        return new PathSearch(intermediates, anchors, time, limits, rules).Run(certificate!);
    }
}
