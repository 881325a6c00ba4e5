namespace EidAuth.Pki;

/// <summary>What a search may cost, whatever it is given. The defaults are many times what any hierarchy needs.</summary>
public sealed record PathLimits
{
    /// <summary>The defaults.</summary>
    public static PathLimits Default { get; } = new();

    /// <summary>Certificates between leaf and anchor.</summary>
    public int MaximumDepth { get; init; } = 6;

    /// <summary>Intermediates that are looked at; those after them are as if they were not there.</summary>
    public int MaximumIntermediates { get; init; } = 64;

    /// <summary>Signatures that are verified, and keys of issuers that cannot be made.</summary>
    public int MaximumSignatures { get; init; } = 32;

    /// <summary>Comparisons of a name with a subtree.</summary>
    public int MaximumNameComparisons { get; init; } = 16_384;
}
