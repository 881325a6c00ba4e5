namespace EidAuth.Pki;

/// <summary>Why there is no path (RFC 5280 §6.1). Where several hold, the one nearest to the anchor is given, since the path failed there.</summary>
public enum PathDefect
{
    /// <summary>The leaf is not exactly one certificate of version 3 in strict DER, or holds an extension twice.</summary>
    CertificateMalformed,

    /// <summary>No certificate with the issuer's name is at hand, or none with the key that the certificate names.</summary>
    IssuerUnknown,

    /// <summary>A limit of <see cref="PathLimits"/> was reached before the search ended.</summary>
    LimitReached,

    /// <summary>A certificate of the path has a key that is not allowed: see <see cref="PathVerifier"/>.</summary>
    KeyNotAllowed,

    /// <summary>A certificate of the path is signed by an algorithm that is not allowed.</summary>
    AlgorithmNotAllowed,

    /// <summary>A signature does not hold under its issuer's key.</summary>
    SignatureInvalid,

    /// <summary>A certificate of the path, the anchor included, is not valid yet.</summary>
    NotYetValid,

    /// <summary>A certificate of the path, the anchor included, is not valid any more.</summary>
    Expired,

    /// <summary>A critical extension is not understood.</summary>
    CriticalExtension,

    /// <summary>A certificate constrains policies, which is not processed: such a path is refused.</summary>
    PolicyRules,

    /// <summary>The leaf is a CA, and the profile wants none.</summary>
    LeafIsCa,

    /// <summary>The leaf's key usage is absent, lacks what the profile demands, or has more than it allows.</summary>
    KeyUsage,

    /// <summary>The leaf's extended key usage does not have the profile's purpose.</summary>
    ExtendedKeyUsage,

    /// <summary>An issuer is no CA.</summary>
    IssuerNotCa,

    /// <summary>An issuer is a CA, but by its name or place none that the profile takes: under a Belgian root no Citizen CA or Foreigner CA.</summary>
    IssuerNotAllowed,

    /// <summary>An issuer's key usage does not let it sign certificates.</summary>
    IssuerKeyUsage,

    /// <summary>An issuer's extended key usage leaves out the profile's purpose.</summary>
    IssuerExtendedKeyUsage,

    /// <summary>More CAs stand below one than its path length allows, or another path length than the profile's.</summary>
    PathLength,

    /// <summary>A name is not in a permitted subtree, or is in an excluded one, or is of a constrained kind that is not understood.</summary>
    NameConstraints,

    /// <summary>The leaf's policies are not those of the profile under that root, or one of them is another use's.</summary>
    Policy,
}
