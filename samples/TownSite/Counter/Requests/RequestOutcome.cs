namespace TownSite.Counter.Requests;

/// <summary>What becomes of a request, by the form's rule.</summary>
internal enum RequestOutcome
{
    AtOnce,
    Officer,

    /// <summary>The form does not let one ask for that person.</summary>
    AskerRefused,

    /// <summary>For residents only, and the address is not proven: the card can prove it.</summary>
    AddressUnproven,

    /// <summary>For residents only, and the card proves an address elsewhere.</summary>
    Elsewhere,

    /// <summary>The form asks for the card, and it was not proven, or too long ago.</summary>
    CardNeeded,
}
