namespace EidAuth.Pki;

/// <summary>How a question for a responder names issuer and key (RFC 6960 §4.1.1). Identifiers only: no security rests on the hash.</summary>
public enum CertIdHash
{
    /// <summary>What every responder knows (RFC 5019 §2.1.1). The default.</summary>
    Sha1,

    /// <summary>The Belgian responders are asked so by the government's own viewer.</summary>
    Sha256,
}
