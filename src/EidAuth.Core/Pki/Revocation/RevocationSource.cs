namespace EidAuth.Pki;

/// <summary>What can answer whether a certificate is revoked.</summary>
public enum RevocationSource
{
    /// <summary>An answer of an OCSP responder (RFC 6960).</summary>
    Ocsp,

    /// <summary>A revocation list (RFC 5280 §5).</summary>
    Crl,
}
