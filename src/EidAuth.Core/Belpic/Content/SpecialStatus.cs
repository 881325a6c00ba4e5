namespace EidAuth.Belpic;

/// <summary>Tag 10 of the identity file; the card has one digit for each combination. Cards have none of these any more.</summary>
[Flags]
public enum SpecialStatus
{
    /// <summary>0, or empty.</summary>
    None = 0,

    /// <summary>White cane: blind.</summary>
    WhiteCane = 1,

    /// <summary>Extended minority.</summary>
    ExtendedMinority = 2,

    /// <summary>Yellow cane: partially sighted.</summary>
    YellowCane = 4,
}
