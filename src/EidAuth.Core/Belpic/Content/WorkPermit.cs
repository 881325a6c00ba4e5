namespace EidAuth.Belpic;

/// <summary>Tag 16 of the identity file: the labour market.</summary>
public enum WorkPermit
{
    /// <summary>No such field, or an empty one.</summary>
    None,

    /// <summary>7: unlimited.</summary>
    Unlimited,

    /// <summary>8: limited.</summary>
    Limited,

    /// <summary>9: no access.</summary>
    Excluded,

    /// <summary>A: seasonal work.</summary>
    Seasonal,

    /// <summary>Another; <see cref="Identity.Fields"/> has it.</summary>
    Unknown,
}
