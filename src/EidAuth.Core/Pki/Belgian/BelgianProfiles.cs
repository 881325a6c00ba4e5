using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>
/// The end entity certificates of the Belgian eID as <see cref="PathVerifier"/> wants them, with all that Belgian paths are: one Citizen CA or Foreigner CA between holder and
/// root, the policies of that root, key identifiers throughout, nothing that constrains names or policies. Logins are judged by <see cref="Authentication"/>.
/// </summary>
/// <remarks>
/// The policies are those of the root at the path's end, told by the pins of <see cref="TrustAnchors"/>; under any other anchor, as in a test PKI, those of Root CA4 for an RSA
/// key and those of Root CA6 for an EC key.
/// </remarks>
public static class BelgianProfiles
{
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const X509KeyUsageFlags EveryUsage = (X509KeyUsageFlags)0x80FF;

    /// <summary>
    /// A holder's authentication certificate: digitalSignature alone, clientAuth present. A signature certificate differs by its key usage, and on older cards by nothing else,
    /// so both are demanded.
    /// </summary>
    public static PathProfile Authentication { get; } = new()
    {
        Use = CertificateUse.Authentication,
        DemandedUsage = X509KeyUsageFlags.DigitalSignature,
        ForbiddenUsage = EveryUsage & ~X509KeyUsageFlags.DigitalSignature,
        Purpose = ClientAuth,
        OtherPurposes = [EmailProtection],
        Authorities = 1,
        Authority = CertificateProfile.IssuingCa,
        Anchor = CertificateProfile.Anchor,
    };

    /// <summary>A holder's signature certificate: nonRepudiation alone; emailProtection since about 2017, no purpose before.</summary>
    public static PathProfile Signature { get; } = new()
    {
        Use = CertificateUse.Signature,
        DemandedUsage = X509KeyUsageFlags.NonRepudiation,
        ForbiddenUsage = EveryUsage & ~X509KeyUsageFlags.NonRepudiation,
        Purpose = EmailProtection,
        PurposeMayBeAbsent = true,
        OtherPurposes = [],
        Authorities = 1,
        Authority = CertificateProfile.IssuingCa,
        Anchor = CertificateProfile.Anchor,
    };

    /// <summary>The National Register's signer, issued by a root itself: digitalSignature and nonRepudiation. It signs files of cards and is nobody's login.</summary>
    public static PathProfile NationalRegister { get; } = new()
    {
        Use = CertificateUse.NationalRegister,
        DemandedUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        ForbiddenUsage = EveryUsage & ~(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation),
        Authorities = 0,
        Authority = CertificateProfile.IssuingCa,
        Anchor = CertificateProfile.Anchor,
    };
}
