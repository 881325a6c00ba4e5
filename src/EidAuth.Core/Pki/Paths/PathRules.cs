using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>
/// Everything that is checked of the certificates of a path, one method for each place in it. <see cref="PathVerifier"/> and logins run these and no others, so they cannot come
/// to differ. Thread-safe.
/// </summary>
internal sealed class PathRules
{
    /// <summary>The rules of logins.</summary>
    public static readonly PathRules Login = new(BelgianProfiles.Authentication);

    private readonly PathProfile profile;
    private readonly CertificateProfile leaf;
    private readonly byte[]? purpose;

    /// <exception cref="ArgumentException">A purpose is no OID.</exception>
    public PathRules(PathProfile profile)
    {
        this.profile = profile;
        purpose = profile.Purpose is null ? null : Oid.Encode(profile.Purpose);
        leaf = new CertificateProfile
        {
            IsCa = profile.LeafMayBeCa ? null : false,
            DemandedUsage = Convert(profile.DemandedUsage),
            AllowedUsage = ~Convert(profile.ForbiddenUsage),
            UsageMayBeAbsent = profile.DemandedUsage == X509KeyUsageFlags.None,
            DemandedPurpose = purpose,
            AllowedPurposes = profile.OtherPurposes is null ? null : [.. profile.OtherPurposes.Select(Oid.Encode), .. purpose is null ? [] : new[] { purpose }],
            AnyPurposeWillDo = profile.PurposeMayBeAbsent,
            PurposesMayBeAbsent = profile.PurposeMayBeAbsent || purpose is null,
            MayConstrain = !IsBelgian,
        };
    }

    /// <summary>How many CAs stand between leaf and anchor; null for any number.</summary>
    public int? Authorities => profile.Authorities;

    private bool IsBelgian => profile.Use is not null;

    /// <summary>What is wrong with the leaf itself.</summary>
    public PathDefect? CheckLeaf(Certificate certificate, DateTimeOffset time) =>
        CheckKey(certificate) ?? CheckLeafProfile(certificate) ?? CheckTime(certificate, time);

    /// <summary>The same but for its key and its times.</summary>
    public PathDefect? CheckLeafProfile(Certificate certificate) => leaf.Check(certificate.Extensions) switch
    {
        ProfileDefect.None => null,
        ProfileDefect.CaFlag => PathDefect.LeafIsCa,
        ProfileDefect.KeyUsage => PathDefect.KeyUsage,
        ProfileDefect.ExtendedKeyUsage => PathDefect.ExtendedKeyUsage,
        ProfileDefect.PolicyRules => PathDefect.PolicyRules,
        _ => PathDefect.CriticalExtension,
    };

    /// <summary>What is wrong with a CA between leaf and anchor, but for its times (RFC 5280 §6.1.4 (k) to (n)).</summary>
    /// <param name="authority">The CA.</param>
    /// <param name="authoritiesBelow">CAs between it and the leaf that are not self-issued.</param>
    public PathDefect? CheckAuthority(Certificate authority, int authoritiesBelow) => CheckIssuer(authority, profile.Authority, authoritiesBelow);

    /// <summary>What is wrong with an anchor as the issuer at the path's end, but for its times.</summary>
    /// <param name="anchor">The anchor's certificate.</param>
    /// <param name="authoritiesBelow">CAs between it and the leaf that are not self-issued.</param>
    public PathDefect? CheckAnchor(Certificate anchor, int authoritiesBelow) => CheckIssuer(anchor, profile.Anchor, authoritiesBelow);

    /// <summary>The certificate is within its validity period, both ends included.</summary>
    public static PathDefect? CheckTime(Certificate certificate, DateTimeOffset time) =>
        time < certificate.NotBefore ? PathDefect.NotYetValid
        : time > certificate.NotAfter ? PathDefect.Expired
        : null;

    /// <summary>The certificate says that this one issued it (RFC 5280 §6.1.3 (a)(4), §4.2.1.1): exact name, and key identifier where both give one, or always where it is demanded.</summary>
    public bool IsNamed(Certificate issuer, Certificate issued) => IsBelgian ? IsNamedStrictly(issuer, issued)
        : issuer.Subject.Span.SequenceEqual(issued.Issuer.Span)
            && (issuer.Extensions.SubjectKeyIdentifier.IsEmpty
                || issued.Extensions.AuthorityKeyIdentifier.IsEmpty
                || issuer.Extensions.SubjectKeyIdentifier.Span.SequenceEqual(issued.Extensions.AuthorityKeyIdentifier.Span));

    /// <summary>Exact name and equal key identifiers.</summary>
    public static bool IsNamedStrictly(Certificate issuer, Certificate issued) =>
        issuer.Subject.Span.SequenceEqual(issued.Issuer.Span)
        && issuer.Extensions.SubjectKeyIdentifier.Span.SequenceEqual(issued.Extensions.AuthorityKeyIdentifier.Span);

    /// <summary>The certificate says that it was signed by an algorithm on the list.</summary>
    public PathDefect? CheckAlgorithm(Certificate issued) => TryFindAlgorithm(issued, out _) ? null : PathDefect.AlgorithmNotAllowed;

    /// <summary>That key made the certificate's signature, by an algorithm on the list.</summary>
    public PathDefect? CheckSignature(Certificate issued, VerificationKey issuerKey) =>
        !TryFindAlgorithm(issued, out var algorithm) ? PathDefect.AlgorithmNotAllowed
        : issuerKey.Verify(algorithm, issued.Signed.Span, issued.Signature.Span) ? null
        : PathDefect.SignatureInvalid;

    /// <summary>What the leaf's policies come to under an anchor with these; listed where the profile wants none.</summary>
    public PolicyVerdict JudgePolicies(Certificate certificate, PolicyFamily policies) =>
        profile.Use is { } use ? policies.Judge(certificate.Extensions, use) : PolicyVerdict.Listed;

    private PathDefect? CheckIssuer(Certificate issuer, CertificateProfile role, int authoritiesBelow)
    {
        var defect = role.Check(issuer.Extensions);
        return CheckKey(issuer)
            ?? (defect == ProfileDefect.CaFlag ? PathDefect.IssuerNotCa
                : !role.IsNameGood(issuer) ? PathDefect.IssuerNotAllowed
                : defect switch
                {
                    ProfileDefect.CriticalExtension => PathDefect.CriticalExtension,
                    ProfileDefect.PolicyRules => PathDefect.PolicyRules,
                    ProfileDefect.KeyUsage => PathDefect.IssuerKeyUsage,
                    ProfileDefect.PathLength => PathDefect.PathLength,
                    ProfileDefect.ExtendedKeyUsage => PathDefect.IssuerExtendedKeyUsage,
                    _ => issuer.Extensions.PathLength < authoritiesBelow ? PathDefect.PathLength
                        : LeavesPurposeOut(issuer.Extensions) ? PathDefect.IssuerExtendedKeyUsage
                        : null,
                });
    }

    private bool LeavesPurposeOut(CertificateExtensions extensions) =>
        purpose is not null && extensions.HasPurposes && !extensions.Purposes.Contains(purpose) && !extensions.Purposes.Contains(Oid.AnyExtendedKeyUsage);

    private bool TryFindAlgorithm(Certificate issued, out SignatureAlgorithm algorithm) =>
        SignatureAlgorithm.TryFind(issued.SignatureAlgorithm.Span, out algorithm)
        || (profile.Sha1Allowed && SignatureAlgorithm.TryFindSha1(issued.SignatureAlgorithm.Span, out algorithm));

    private static PathDefect? CheckKey(Certificate certificate) => certificate.PublicKey.Kind == KeyKind.NotAllowed ? PathDefect.KeyNotAllowed : null;

    private static KeyUsages Convert(X509KeyUsageFlags flags) =>
        (KeyUsages)((int)flags & 0xFF) | ((flags & X509KeyUsageFlags.DecipherOnly) != 0 ? KeyUsages.DecipherOnly : KeyUsages.None);
}
