namespace EidAuth.AspNetCore.Transport;

/// <summary>What is asked of a host of the PKI.</summary>
internal enum PkiService
{
    /// <summary>A question to a responder.</summary>
    Ocsp,

    /// <summary>A revocation list.</summary>
    Crl,

    /// <summary>An issuing CA's certificate.</summary>
    Issuer,
}
