namespace EidAuth.Belpic;

/// <summary>A check of <see cref="CardProof"/> that failed. One closed list; each has one row in docs/failure-codes.md.</summary>
public enum CardProofFault
{
    /// <summary>A file that the proof needs was not read, or the card does not have it.</summary>
    ProofMissing,

    /// <summary>The National Register's certificate does not lead to a pinned root, or may not sign card data.</summary>
    NationalRegisterUntrusted,

    /// <summary>File 4032 is no signature of the National Register over file 4031.</summary>
    IdentitySignature,

    /// <summary>File 4034 is no signature of the National Register over files 4033 and 4032.</summary>
    AddressSignature,

    /// <summary>The photo's hash is not the one in the identity file.</summary>
    PhotoHash,

    /// <summary>The identity file's national number is not the one in the authentication certificate.</summary>
    NationalNumber,

    /// <summary>The identity file's chip number is not the one that the chip told.</summary>
    ChipNumber,

    /// <summary>File 4040 is not the key that the identity file names.</summary>
    BasicKey,
}
