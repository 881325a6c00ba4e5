namespace EidAuth.Pki;

/// <summary>How much of a revocation list is read at all.</summary>
/// <param name="MaximumLength">Bytes of DER; from the length it states, before its contents are read. At most 1 GiB.</param>
/// <param name="MaximumEntries">Revoked certificates.</param>
public sealed record CrlLimits(int MaximumLength, int MaximumEntries)
{
    /// <summary>32 MiB and about a million entries. A list of one Belgian CA of 2015 had 336 kB and 9,257 entries after two years.</summary>
    public static CrlLimits Default { get; } = new(32 * 1024 * 1024, 1024 * 1024);
}
