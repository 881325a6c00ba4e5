namespace EidAuth.Belpic;

/// <summary>Whether the chip in the reader is the one the identity was made for, or a copy of its files.</summary>
public enum ChipProof
{
    /// <summary>The chip signed a fresh challenge with the key that the proven identity names.</summary>
    Genuine,

    /// <summary>It did not: these are the files of another chip.</summary>
    NotGenuine,

    /// <summary>The proven identity names no key of its chip: a card before 1.8. Its files can be copied and nothing here would tell.</summary>
    NotSupported,

    /// <summary>The chip answered 5000 challenges since the last right PIN and answers no more before the next: ask again after a PIN.</summary>
    Blocked,

    /// <summary>The identity is not proven, was not read, or was not read from this chip, so there is nothing to hold the chip against. No challenge was sent.</summary>
    IdentityUnproven,
}
