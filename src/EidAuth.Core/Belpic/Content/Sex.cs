namespace EidAuth.Belpic;

/// <summary>Tag 0D of the identity file.</summary>
public enum Sex
{
    /// <summary>Empty, or a letter that is not in this list.</summary>
    Unknown,

    /// <summary>M.</summary>
    Male,

    /// <summary>F, V or W, by the card's language.</summary>
    Female,
}
