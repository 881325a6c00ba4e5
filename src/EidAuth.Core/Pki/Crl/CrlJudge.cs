namespace EidAuth.Pki;

/// <summary>
/// Judges a revocation list by RFC 5280 §5 and §6.3.3, in the order of the code. A list that breaks any rule says nothing, neither good nor revoked: whoever
/// sent it, only the CA's own signature speaks. Whether the CA's certificate is valid is the path's business.
/// </summary>
internal static class CrlJudge
{
    /// <summary>Runs all rules for one certificate.</summary>
    public static CrlVerdict Judge(CertificateList list, CertificateAuthority authority, in CrlSubject subject, CrlRules rules, DateTimeOffset now) =>
        Verify(list, authority, rules, out var verified) is { } defect ? CrlVerdict.Undecided(defect) : verified!.Look(subject, now, rules);

    /// <summary>Runs the rules that hang neither on the time nor on the certificate; null when none is broken.</summary>
    /// <param name="list">The list as read.</param>
    /// <param name="authority">The proven CA that issued the certificates.</param>
    /// <param name="rules">Versions and algorithms.</param>
    /// <param name="verified">The list where no rule is broken; it may be out of date.</param>
    public static CrlDefect? Verify(CertificateList list, CertificateAuthority authority, CrlRules rules, out VerifiedList? verified)
    {
        verified = null;
        if (list.IsVersion1 && !rules.Version1Allowed)
        {
            return CrlDefect.Version1;
        }

        if (!CrlAlgorithm.TryFind(list.SignatureAlgorithm.Span, out var algorithm) || (algorithm.IsSha1() && !rules.Sha1Allowed))
        {
            return CrlDefect.AlgorithmNotAllowed;
        }

        if (!IsNamedBy(list, authority.Certificate))
        {
            return CrlDefect.IssuerMismatch;
        }

        if (!MaySign(authority))
        {
            return CrlDefect.IssuerMayNotSign;
        }

        if (!authority.Key.VerifyHashed(algorithm, list.SignedHash.Span, list.Signature.Span))
        {
            return CrlDefect.SignatureInvalid;
        }

        var defect = list.HasUnknownCritical ? CrlDefect.CriticalExtension
            : list.Extensions.IsDelta ? CrlDefect.Delta
            : list.Extensions.Scope.IsUnsupported ? CrlDefect.Scope
            : (CrlDefect?)null;
        verified = defect is null ? new VerifiedList(list, algorithm.IsSha1()) : null;
        return defect;
    }

    /// <summary>The CA's certificate has cRLSign; one without key usage is no CA of ours.</summary>
    public static bool MaySign(CertificateAuthority authority) =>
        authority.Certificate.Extensions.KeyUsage is { } usage && (usage & KeyUsages.CrlSign) != 0;

    // The exact name and, where both give one, the key identifier: the signature decides, this only tells a sibling's list from a forged one.
    private static bool IsNamedBy(CertificateList list, Certificate certificate) =>
        list.Issuer.Span.SequenceEqual(certificate.Subject.Span)
        && (list.Extensions.AuthorityKeyIdentifier.IsEmpty
            || certificate.Extensions.SubjectKeyIdentifier.IsEmpty
            || list.Extensions.AuthorityKeyIdentifier.Span.SequenceEqual(certificate.Extensions.SubjectKeyIdentifier.Span));
}
