namespace EidAgent.Commands;

/// <summary>What is in a reader.</summary>
internal enum ReaderContent
{
    /// <summary>No card.</summary>
    Empty,

    /// <summary>A card that does not answer to reset.</summary>
    Mute,

    /// <summary>A card that is no Belgian eID card.</summary>
    Foreign,

    /// <summary>A Belgian eID card.</summary>
    Belgian,

    /// <summary>A Belgian eID card that cannot be used now.</summary>
    Unusable,
}
