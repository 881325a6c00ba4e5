using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What a login makes of a defect, by the place where it is.</summary>
internal static class PathRefusal
{
    /// <summary>Of the holder's certificate.</summary>
    public static LoginRejection OfLeaf(PathDefect defect) => defect switch
    {
        PathDefect.CertificateMalformed => LoginRejection.CertificateMalformed,
        PathDefect.KeyNotAllowed => LoginRejection.KeyNotAllowed,
        PathDefect.AlgorithmNotAllowed => LoginRejection.AlgorithmNotAllowed,
        PathDefect.SignatureInvalid => LoginRejection.SignatureInvalid,
        PathDefect.NotYetValid => LoginRejection.CertificateNotYetValid,
        PathDefect.Expired => LoginRejection.CertificateExpired,
        PathDefect.LeafIsCa => LoginRejection.CertificateIsCa,
        PathDefect.KeyUsage => LoginRejection.KeyUsage,
        PathDefect.ExtendedKeyUsage => LoginRejection.ExtendedKeyUsage,
        PathDefect.CriticalExtension or PathDefect.PolicyRules or PathDefect.NameConstraints => LoginRejection.CriticalExtension,
        PathDefect.Policy => LoginRejection.Policy,
        _ => LoginRejection.ChainUntrusted,
    };

    /// <summary>Of an issuer: the issuing CA or the root.</summary>
    public static LoginRejection OfIssuer(PathDefect defect) => defect switch
    {
        PathDefect.KeyNotAllowed => LoginRejection.KeyNotAllowed,
        PathDefect.AlgorithmNotAllowed => LoginRejection.AlgorithmNotAllowed,
        PathDefect.NotYetValid or PathDefect.Expired => LoginRejection.ChainExpired,
        PathDefect.IssuerNotCa => LoginRejection.IssuerNotCa,
        PathDefect.IssuerNotAllowed => LoginRejection.IssuerNotAllowed,
        PathDefect.IssuerKeyUsage => LoginRejection.IssuerKeyUsage,
        PathDefect.IssuerExtendedKeyUsage => LoginRejection.ChainExtendedKeyUsage,
        PathDefect.PathLength => LoginRejection.PathLength,
        PathDefect.CriticalExtension or PathDefect.PolicyRules or PathDefect.NameConstraints => LoginRejection.CriticalExtension,
        _ => LoginRejection.ChainUntrusted,
    };
}
