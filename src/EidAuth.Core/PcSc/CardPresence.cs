namespace EidAuth.PcSc;

/// <summary>What a reader says of its slot (SCARD_STATE_*).</summary>
public enum CardPresence
{
    /// <summary>No card.</summary>
    Empty,

    /// <summary>A card that answered to reset.</summary>
    Present,

    /// <summary>A card that does not answer to reset.</summary>
    Mute,
}
