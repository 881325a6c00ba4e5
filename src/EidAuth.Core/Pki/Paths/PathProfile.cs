using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>What the leaf is wanted for. Without a word here any end entity certificate will do.</summary>
public sealed record PathProfile
{
    /// <summary>An end entity, for anything.</summary>
    public static PathProfile EndEntity { get; } = new();

    /// <summary>The purpose, dotted, that the leaf's extended key usage must name; a CA's, where it has one, must name it too, or anyExtendedKeyUsage. Null: any.</summary>
    public string? Purpose { get; init; }

    /// <summary>A leaf without extended key usage, or with anyExtendedKeyUsage, has the purpose.</summary>
    public bool PurposeMayBeAbsent { get; init; }

    /// <summary>Bits that the leaf's key usage must have; with any, the extension must be there.</summary>
    public X509KeyUsageFlags DemandedUsage { get; init; }

    /// <summary>Bits that it must not have.</summary>
    public X509KeyUsageFlags ForbiddenUsage { get; init; }

    /// <summary>The leaf may be a CA.</summary>
    public bool LeafMayBeCa { get; init; }
}
