namespace EidAuth.Belpic;

/// <summary>What holds less than it seems, without being a fault. One closed list; each has one row in docs/failure-codes.md.</summary>
public enum CardProofRemark
{
    /// <summary>A signature or the photo's hash is SHA-1, as the first 1.7 cards and older ones have it.</summary>
    Sha1,

    /// <summary>The National Register's key is RSA-1024, as on cards before 1.7: within reach of those with much to spend. No excuse for an expired certificate then.</summary>
    WeakKey,

    /// <summary>The National Register's certificate or its root was valid when the card was issued, and is no longer.</summary>
    NationalRegisterExpired,

    /// <summary>The National Register's certificate has a policy nobody has confirmed, in an arc where one is expected.</summary>
    PolicyUnlisted,

    /// <summary>The identity's national number was compared with nothing: no authentication certificate was read, or the card has none (a child's).</summary>
    NumberNotCompared,

    /// <summary>The address was read without the identity: the National Register signed it, and nothing says whose it is.</summary>
    AddressWithoutIdentity,
}
