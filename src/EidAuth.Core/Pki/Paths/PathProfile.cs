using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>What the leaf is wanted for. Without a word here any end entity certificate will do. <see cref="BelgianProfiles"/> has those of the Belgian eID.</summary>
public sealed record PathProfile
{
    /// <summary>An end entity, for anything.</summary>
    public static PathProfile EndEntity { get; } = new();

    /// <summary>The purpose, dotted, that the leaf's extended key usage must name; a CA's, where it has one, must name it too, or anyExtendedKeyUsage. Null: any.</summary>
    public string? Purpose { get; init; }

    /// <summary>A leaf without extended key usage, or with anyExtendedKeyUsage, has the purpose.</summary>
    public bool PurposeMayBeAbsent { get; init; }

    /// <summary>The purposes, dotted, that the leaf may name beside it; null: any.</summary>
    public IReadOnlyList<string>? OtherPurposes { get; init; }

    /// <summary>Bits that the leaf's key usage must have; with any, the extension must be there.</summary>
    public X509KeyUsageFlags DemandedUsage { get; init; }

    /// <summary>Bits that it must not have.</summary>
    public X509KeyUsageFlags ForbiddenUsage { get; init; }

    /// <summary>The leaf may be a CA.</summary>
    public bool LeafMayBeCa { get; init; }

    /// <summary>
    /// SHA-1 is taken for as good as another hash, with RSA. Only for what was signed long ago and is judged as of then, such as everything under Belgium Root CA, CA2 and CA3:
    /// today such a signature can be forged.
    /// </summary>
    public bool Sha1Allowed { get; init; }

    /// <summary>The policies of this use, by the root at the path's end, and with them the strictness of Belgian paths; null: any policy or none.</summary>
    internal CertificateUse? Use { get; init; }

    /// <summary>How many CAs stand between leaf and anchor; null: any number.</summary>
    internal int? Authorities { get; init; }

    /// <summary>What a CA between leaf and anchor must say.</summary>
    internal CertificateProfile Authority { get; init; } = CertificateProfile.AnyCa;

    /// <summary>What an anchor must say.</summary>
    internal CertificateProfile Anchor { get; init; } = CertificateProfile.AnyCa;
}
