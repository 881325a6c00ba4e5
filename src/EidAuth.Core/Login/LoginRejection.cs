namespace EidAuth.Login;

/// <summary>Why a site refuses a login. Closed; each has one row in docs/failure-codes.md. Names follow spec §9 of the Belgian PKI.</summary>
public enum LoginRejection
{
    /// <summary>The token is not JSON of the Web eID format, or too large.</summary>
    TokenMalformed,

    /// <summary>The algorithm is not one for the certificate's key.</summary>
    AlgorithmMismatch,

    /// <summary>The signature is not over this origin and this challenge by this certificate.</summary>
    TokenSignatureInvalid,

    /// <summary>A certificate is not strict DER of X.509 version 3.</summary>
    CertificateMalformed,

    /// <summary>A signature algorithm below the anchor is not on the list.</summary>
    AlgorithmNotAllowed,

    /// <summary>A key's type, size, exponent or curve is not on the list.</summary>
    KeyNotAllowed,

    /// <summary>The holder's certificate says it is a CA.</summary>
    CertificateIsCa,

    /// <summary>The holder's certificate is not yet valid.</summary>
    CertificateNotYetValid,

    /// <summary>The holder's certificate has expired.</summary>
    CertificateExpired,

    /// <summary>Key usage is not digitalSignature alone.</summary>
    KeyUsage,

    /// <summary>Extended key usage lacks clientAuth, or has more than it may.</summary>
    ExtendedKeyUsage,

    /// <summary>The certificate policy is not one of an authentication certificate under this root.</summary>
    Policy,

    /// <summary>An extension nobody here knows is critical.</summary>
    CriticalExtension,

    /// <summary>The subject has no national number, or one whose check digits are wrong.</summary>
    NationalNumber,

    /// <summary>The issuing CA is not at hand: an operator can add it.</summary>
    IssuerUnknown,

    /// <summary>The issuer is no CA.</summary>
    IssuerNotCa,

    /// <summary>The issuer is a CA whose key usage does not let it sign certificates.</summary>
    IssuerKeyUsage,

    /// <summary>The issuer stands under a CA that may have none below it, or its own path length is not that of a CA for holders, 0.</summary>
    PathLength,

    /// <summary>The issuer's extended key usage leaves out clientAuth.</summary>
    ChainExtendedKeyUsage,

    /// <summary>The issuer is a CA but no Citizen or Foreigner CA.</summary>
    IssuerNotAllowed,

    /// <summary>An issuer's certificate is out of its validity period.</summary>
    ChainExpired,

    /// <summary>No path of valid signatures to a pinned anchor.</summary>
    ChainUntrusted,

    /// <summary>The certificate's signature is not its issuer's.</summary>
    SignatureInvalid,

    /// <summary>The responder or a list says revoked.</summary>
    CertificateRevoked,

    /// <summary>The responder or a list says revoked, reason certificateHold: it may be lifted.</summary>
    CertificateOnHold,

    /// <summary>The issuing CA is revoked.</summary>
    IssuerRevoked,

    /// <summary>The responder does not know the certificate.</summary>
    OcspUnknown,

    /// <summary>
    /// Nobody said whether the certificate is revoked: no connection, HTTP error, too slow, too large, or an unsigned error status, and no fresh revocation list either.
    /// Retrying may help.
    /// </summary>
    OcspUnavailable,

    /// <summary>The answer is not DER of a basic OCSP response.</summary>
    OcspMalformed,

    /// <summary>The answer names a signer that is neither the CA nor among the certificates in it.</summary>
    OcspResponderUnknown,

    /// <summary>The answer's signer may not speak for the CA: not its own responder, or not one for OCSP.</summary>
    OcspResponderUnauthorized,

    /// <summary>The CA's own responder has a certificate that is out of its validity period, or does not hold otherwise.</summary>
    OcspResponderInvalid,

    /// <summary>Nothing says that the responder's own certificate is not revoked.</summary>
    OcspResponderRevocation,

    /// <summary>The answer's signature algorithm is not on the list.</summary>
    OcspAlgorithm,

    /// <summary>The answer's signature does not hold.</summary>
    OcspSignature,

    /// <summary>The answer is about another certificate, or there are two.</summary>
    OcspCertificateMismatch,

    /// <summary>The answer is too old, or has no end.</summary>
    OcspStale,

    /// <summary>The answer is from the future: one of the two clocks is wrong.</summary>
    OcspNotYetValid,

    /// <summary>The nonce is another, or missing where it is demanded.</summary>
    OcspNonce,

    /// <summary>A critical extension of the answer is unknown.</summary>
    OcspCriticalExtension,

    /// <summary>The certificate names neither a responder nor a revocation list on the lists of allowed hosts.</summary>
    OcspAddressRefused,
}
