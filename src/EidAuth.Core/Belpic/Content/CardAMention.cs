namespace EidAuth.Belpic;

/// <summary>Tag 1D of the identity file: why the holder of an A card stays.</summary>
public enum CardAMention
{
    /// <summary>No such field, or an empty one.</summary>
    None,

    /// <summary>A: seasonal worker.</summary>
    Seasonal,

    /// <summary>D: student.</summary>
    Student,

    /// <summary>E: pupil.</summary>
    Pupil,

    /// <summary>F: trainee.</summary>
    Trainee,

    /// <summary>G: volunteer.</summary>
    Volunteer,

    /// <summary>H: au pair.</summary>
    AuPair,

    /// <summary>I: researcher.</summary>
    Researcher,

    /// <summary>J: looks for work or founds a business.</summary>
    JobSearch,

    /// <summary>Another; <see cref="Identity.Fields"/> has it.</summary>
    Unknown,
}
