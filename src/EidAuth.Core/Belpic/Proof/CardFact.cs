namespace EidAuth.Belpic;

/// <summary>What <see cref="CardProof"/> can prove of a card, fact by fact.</summary>
public enum CardFact
{
    /// <summary>The National Register signed the identity file.</summary>
    Identity,

    /// <summary>The National Register signed the address file, for this identity where the identity was read.</summary>
    Address,

    /// <summary>The photo is the one whose hash is in the identity file.</summary>
    Photo,

    /// <summary>Identity file and authentication certificate have the same national number. The certificate itself is not proven here: a login does that.</summary>
    NationalNumber,

    /// <summary>The identity file was made for the chip that told its number. The number alone can be copied: only <see cref="BelpicSession.ProveCard"/> shows that the chip is genuine.</summary>
    ChipNumber,

    /// <summary>File 4040 is the key that the identity file names (1.8).</summary>
    BasicKey,
}
