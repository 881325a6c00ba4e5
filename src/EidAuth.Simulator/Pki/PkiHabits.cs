namespace EidAuth.Simulator.Pki;

/// <summary>Where real certificates differ in the addresses they name. Of the RSA half only: the EC one is younger.</summary>
public sealed record PkiHabits
{
    /// <summary>Each certificate names its issuer's certificate and its issuer's responder.</summary>
    public static readonly PkiHabits Usual = new();

    /// <summary>As on cards issued before about 2017: a site that holds no issuing CA gets none from the holder's certificate, and cannot ask about the CA by OCSP.</summary>
    public static readonly PkiHabits Before2017 = new() { IssuerAddressNamesRoot = true, AuthorityWithoutOcsp = true };

    /// <summary>A holder's caIssuers is the root's certificate instead of the issuing CA's.</summary>
    public bool IssuerAddressNamesRoot { get; init; }

    /// <summary>What the root certifies, the issuing CA above all, names no responder, only a revocation list.</summary>
    public bool AuthorityWithoutOcsp { get; init; }
}
