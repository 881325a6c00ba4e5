namespace EidAuth.Belpic;

/// <summary>What of the holder's data is read.</summary>
[Flags]
public enum CardParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>File 4031.</summary>
    Identity = 1,

    /// <summary>File 4033.</summary>
    Address = 2,

    /// <summary>File 4035.</summary>
    Photo = 4,

    /// <summary>
    /// What proves the parts that are read: files 4032, 4034, 503B, 503C, 5038 for the number in it, 4040 on 1.8; with a photo also the identity, which holds its hash.
    /// </summary>
    Proof = 8,

    /// <summary>Identity, address and photo without proof.</summary>
    Holder = Identity | Address | Photo,

    /// <summary>Everything, with proof.</summary>
    All = Holder | Proof,
}
