namespace EidAuth.Simulator.Cards;

/// <summary>What can be wrong with a citizen's card. Each breaks one check and no other.</summary>
public enum CitizenFault
{
    /// <summary>Both certificates are revoked (keyCompromise), since the day before the card is made.</summary>
    Revoked,

    /// <summary>Both certificates are suspended (certificateHold), since the day before the card is made.</summary>
    OnHold,

    /// <summary>Both certificates ended thirty days before the card is made.</summary>
    Expired,

    /// <summary>The card was not activated: it answers SELECT and READ with the status words for that, and knows no other command.</summary>
    NotActivated,

    /// <summary>File 4032 is a signature of the National Register, but over another identity file.</summary>
    BadIdentitySignature,

    /// <summary>File 4034 is a signature of the National Register, but over another address.</summary>
    BadAddressSignature,

    /// <summary>The identity file, signed, holds the hash of another photo.</summary>
    BadPhotoHash,

    /// <summary>The identity file, signed, holds another chip number than the chip.</summary>
    OtherChipNumber,

    /// <summary>The identity file, signed, holds the hash of another basic key (1.8).</summary>
    BadBasicKey,

    /// <summary>The National Register's certificate is one that a root of the same name issued, but not the root.</summary>
    UntrustedRegister,
}
