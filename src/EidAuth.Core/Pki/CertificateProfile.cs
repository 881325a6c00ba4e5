namespace EidAuth.Pki;

/// <summary>What a certificate must say to play a role, as data. Names, keys, times and signatures are checked elsewhere.</summary>
internal sealed record CertificateProfile
{
    /// <summary>
    /// A citizen's authentication certificate: digitalSignature alone, clientAuth present. A signature certificate differs by its key usage, and on older cards
    /// by nothing else, so both are demanded.
    /// </summary>
    public static readonly CertificateProfile Holder = new()
    {
        DemandedUsage = KeyUsages.DigitalSignature,
        AllowedUsage = KeyUsages.DigitalSignature,
        DemandedPurpose = Oid.ClientAuth.ToArray(),
        AllowedPurposes = [Oid.ClientAuth.ToArray(), Oid.EmailProtection.ToArray()],
    };

    /// <summary>A Citizen CA or Foreigner CA: it issues to holders and to nobody below them.</summary>
    public static readonly CertificateProfile IssuingCa = new()
    {
        IsCa = true,
        PathLength = 0,
        DemandedUsage = KeyUsages.KeyCertSign,
        DemandedPurpose = Oid.ClientAuth.ToArray(),
        AnyPurposeWillDo = true,
        PurposesMayBeAbsent = true,
    };

    /// <summary>A root.</summary>
    public static readonly CertificateProfile Anchor = new() { IsCa = true, DemandedUsage = KeyUsages.KeyCertSign, PurposesMayBeAbsent = true };

    /// <summary>A delegated OCSP responder (RFC 6960 §4.2.2.2): OCSPSigning by name, anyExtendedKeyUsage is not enough.</summary>
    public static readonly CertificateProfile Responder = new()
    {
        DemandedUsage = KeyUsages.DigitalSignature,
        AllowedUsage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation,
        UsageMayBeAbsent = true,
        DemandedPurpose = Oid.OcspSigning.ToArray(),
    };

    /// <summary>The National Register's signer, issued by a root: digitalSignature and nonRepudiation, no CA. It signs files of cards and is nobody's login.</summary>
    public static readonly CertificateProfile NationalRegister = new()
    {
        DemandedUsage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation,
        AllowedUsage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation,
        PurposesMayBeAbsent = true,
    };

    private const KeyUsages EveryUsage = (KeyUsages)0x1FF;

    private bool IsCa { get; init; }

    private int? PathLength { get; init; }

    private KeyUsages DemandedUsage { get; init; }

    private KeyUsages AllowedUsage { get; init; } = EveryUsage;

    private bool UsageMayBeAbsent { get; init; }

    private byte[]? DemandedPurpose { get; init; }

    private byte[][]? AllowedPurposes { get; init; }

    private bool AnyPurposeWillDo { get; init; }

    private bool PurposesMayBeAbsent { get; init; }

    /// <summary>The first rule that the certificate breaks.</summary>
    public ProfileDefect Check(CertificateExtensions extensions)
    {
        if (extensions.IsCa != IsCa)
        {
            return ProfileDefect.CaFlag;
        }

        if (extensions.HasUnsupported)
        {
            return ProfileDefect.CriticalExtension;
        }

        if (PathLength is not null && extensions.PathLength != PathLength)
        {
            return ProfileDefect.PathLength;
        }

        if (extensions.KeyUsage is { } usage ? (usage & DemandedUsage) != DemandedUsage || (usage & ~AllowedUsage) != 0 : !UsageMayBeAbsent)
        {
            return ProfileDefect.KeyUsage;
        }

        return ArePurposesGood(extensions) ? ProfileDefect.None : ProfileDefect.ExtendedKeyUsage;
    }

    private bool ArePurposesGood(CertificateExtensions extensions)
    {
        if (!extensions.HasPurposes)
        {
            return PurposesMayBeAbsent;
        }

        var purposes = extensions.Purposes;
        if (DemandedPurpose is not null && !purposes.Contains(DemandedPurpose) && !(AnyPurposeWillDo && purposes.Contains(Oid.AnyExtendedKeyUsage)))
        {
            return false;
        }

        if (AllowedPurposes is null)
        {
            return true;
        }

        var rest = purposes.Start();
        while (purposes.TryNext(ref rest, out var purpose))
        {
            if (!Array.Exists(AllowedPurposes, allowed => purpose.Span.SequenceEqual(allowed)))
            {
                return false;
            }
        }

        return true;
    }
}
