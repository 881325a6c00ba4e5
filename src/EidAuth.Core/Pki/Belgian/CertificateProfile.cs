namespace EidAuth.Pki;

/// <summary>What a certificate's extensions and name must say to play a role, as data. Keys, times, links and signatures are the business of <see cref="PathRules"/>.</summary>
internal sealed record CertificateProfile
{
    /// <summary>A Citizen CA or Foreigner CA: it issues to holders and to nobody below them. Time stamping CAs and others stand under the same roots.</summary>
    public static readonly CertificateProfile IssuingCa = new()
    {
        IsCa = true,
        PathLength = 0,
        DemandedUsage = KeyUsages.KeyCertSign,
        PurposesMayBeAbsent = true,
        CommonNames = ["Citizen CA", "Foreigner CA"],
    };

    /// <summary>A root.</summary>
    public static readonly CertificateProfile Anchor = new() { IsCa = true, DemandedUsage = KeyUsages.KeyCertSign, PurposesMayBeAbsent = true };

    /// <summary>A delegated OCSP responder (RFC 6960 §4.2.2.2): OCSPSigning by name, anyExtendedKeyUsage is not enough.</summary>
    public static readonly CertificateProfile Responder = new()
    {
        IsCa = false,
        DemandedUsage = KeyUsages.DigitalSignature,
        AllowedUsage = KeyUsages.DigitalSignature | KeyUsages.NonRepudiation,
        UsageMayBeAbsent = true,
        DemandedPurpose = Oid.OcspSigning.ToArray(),
    };

    /// <summary>Any CA, as RFC 5280 wants it.</summary>
    public static readonly CertificateProfile AnyCa = new()
    {
        IsCa = true,
        DemandedUsage = KeyUsages.KeyCertSign,
        UsageMayBeAbsent = true,
        PurposesMayBeAbsent = true,
        MayConstrain = true,
    };

    private const KeyUsages EveryUsage = (KeyUsages)0x1FF;

    /// <summary>The cA flag; null where either will do.</summary>
    public bool? IsCa { get; init; }

    /// <summary>The path length exactly; null for any or none.</summary>
    public int? PathLength { get; init; }

    public KeyUsages DemandedUsage { get; init; }

    public KeyUsages AllowedUsage { get; init; } = EveryUsage;

    public bool UsageMayBeAbsent { get; init; }

    public byte[]? DemandedPurpose { get; init; }

    /// <summary>All that may be there, the demanded one with them; null for any.</summary>
    public byte[][]? AllowedPurposes { get; init; }

    public bool AnyPurposeWillDo { get; init; }

    public bool PurposesMayBeAbsent { get; init; }

    /// <summary>Names may be constrained; nothing in the Belgian hierarchy does, so a certificate that does is none of it.</summary>
    public bool MayConstrain { get; init; }

    /// <summary>The subject's only common name is one of these; null for any.</summary>
    public string[]? CommonNames { get; init; }

    /// <summary>The first rule that the extensions break.</summary>
    public ProfileDefect Check(CertificateExtensions extensions) =>
        IsCa is { } isCa && extensions.IsCa != isCa ? ProfileDefect.CaFlag
        : MayConstrain ? (extensions.HasUnknownCritical ? ProfileDefect.CriticalExtension : extensions.HasPolicyRules ? ProfileDefect.PolicyRules : CheckRest(extensions))
        : extensions.HasUnsupported ? ProfileDefect.CriticalExtension
        : CheckRest(extensions);

    /// <summary>The name is one that the role has.</summary>
    public bool IsNameGood(Certificate certificate) =>
        CommonNames is null || (SubjectName.Single(certificate.Subject, Oid.CommonName) is { } name && CommonNames.Contains(name, StringComparer.Ordinal));

    private ProfileDefect CheckRest(CertificateExtensions extensions)
    {
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
            if (!IsIn(AllowedPurposes, purpose.Span))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIn(byte[][] purposes, ReadOnlySpan<byte> purpose)
    {
        foreach (var allowed in purposes)
        {
            if (purpose.SequenceEqual(allowed))
            {
                return true;
            }
        }

        return false;
    }
}
