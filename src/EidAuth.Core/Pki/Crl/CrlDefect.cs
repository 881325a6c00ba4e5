namespace EidAuth.Pki;

/// <summary>
/// Why a revocation list decides nothing. Stable and without personal data: may be logged. A login that found neither an OCSP answer nor a list keeps the
/// rejection of OCSP; where no OCSP was asked it is <see cref="Login.LoginRejection.OcspUnavailable"/>, see <see cref="CrlVerdict.Rejection"/>.
/// </summary>
public enum CrlDefect
{
    /// <summary>It is not DER of a CertificateList (RFC 5280 §5.1): a page in HTML, PEM, a compressed body, wrong fields.</summary>
    Malformed,

    /// <summary>It ends before its own length.</summary>
    Truncated,

    /// <summary>Something follows it.</summary>
    TrailingBytes,

    /// <summary>It is, or says it is, larger than allowed, or one part of it is.</summary>
    TooLarge,

    /// <summary>It has more entries than allowed.</summary>
    TooManyEntries,

    /// <summary>It is of version 1, which has no number and names no key; allowed by an option only.</summary>
    Version1,

    /// <summary>Its signature algorithm is not on the list; SHA-1 is allowed by an option only.</summary>
    AlgorithmNotAllowed,

    /// <summary>Its issuer, or the key it names, is not the CA that issued the certificate.</summary>
    IssuerMismatch,

    /// <summary>That CA's certificate does not allow it to sign lists.</summary>
    IssuerMayNotSign,

    /// <summary>The signature is not that CA's.</summary>
    SignatureInvalid,

    /// <summary>A critical extension, of the list or of any entry, is unknown.</summary>
    CriticalExtension,

    /// <summary>It lists changes only.</summary>
    Delta,

    /// <summary>It does not cover the certificate: another kind, some reasons only, another distribution point, or entries of other CAs.</summary>
    Scope,

    /// <summary>It says no end, or one that is not after its beginning.</summary>
    NoNextUpdate,

    /// <summary>It begins in the future.</summary>
    NotYetValid,

    /// <summary>Its next update is due, or it is older than allowed.</summary>
    Stale,

    /// <summary>A newer list was seen: somebody plays an old one back.</summary>
    RolledBack,

    /// <summary>There is no list.</summary>
    Absent,
}
