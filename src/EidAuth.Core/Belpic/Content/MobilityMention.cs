namespace EidAuth.Belpic;

/// <summary>Tag 1E of the identity file.</summary>
public enum MobilityMention
{
    /// <summary>No such field, or an empty one.</summary>
    None,

    /// <summary>K: in a mobility programme.</summary>
    Programme,

    /// <summary>Another; <see cref="Identity.Fields"/> has it.</summary>
    Unknown,
}
