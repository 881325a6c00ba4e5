namespace EidAuth.Simulator.Responder;

/// <summary>What a PKI serves over HTTP, as its certificates name it.</summary>
[Flags]
public enum ResponderService
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>OCSP by POST (RFC 6960), <c>/ocsp/AUTHORITY</c>.</summary>
    Ocsp = 1,

    /// <summary>Revocation lists (RFC 5280 §5), <c>/crl/AUTHORITY.crl</c>.</summary>
    Crl = 2,

    /// <summary>The CAs' own certificates (caIssuers), <c>/crt/AUTHORITY.crt</c>.</summary>
    Certificate = 4,

    /// <summary>All three.</summary>
    All = Ocsp | Crl | Certificate,
}
