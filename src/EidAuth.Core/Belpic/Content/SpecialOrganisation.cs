namespace EidAuth.Belpic;

/// <summary>Tag 13 of the identity file.</summary>
public enum SpecialOrganisation
{
    /// <summary>No such field, or an empty one.</summary>
    None,

    /// <summary>1: SHAPE.</summary>
    Shape,

    /// <summary>2: NATO.</summary>
    Nato,

    /// <summary>4: held a blue card before.</summary>
    FormerBlueCard,

    /// <summary>5: researcher.</summary>
    Researcher,

    /// <summary>Another; <see cref="Identity.Fields"/> has it.</summary>
    Unknown,
}
