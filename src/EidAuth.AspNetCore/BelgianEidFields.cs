using EidAuth.Belpic;

namespace EidAuth.AspNetCore;

/// <summary>
/// Fields of the card that a site asks for beside the login. The citizen agrees to each of them or not; what comes is verified before any claim is made of it, and the
/// file itself is dropped then.
/// </summary>
public sealed class BelgianEidFields
{
    /// <summary>Birth date, sex, nationality, birth place.</summary>
    public FieldDemand Identity { get; set; }

    /// <summary>Street and number, postal code, municipality.</summary>
    public FieldDemand Address { get; set; }

    /// <summary>The photo, JPEG: no claim, but <see cref="LoginVerifiedContext.Photo"/>.</summary>
    public FieldDemand Photo { get; set; }

    /// <summary>Ages in years, for example 18: each that is certainly reached becomes a claim <see cref="BelgianEidClaimTypes.AgeOver"/>. Needs <see cref="Identity"/>.</summary>
    public IList<int> Ages { get; } = [];

    /// <summary>Postal codes, four digits each: whether the address has one of them becomes the claim <see cref="BelgianEidClaimTypes.Resident"/>. Needs <see cref="Address"/>.</summary>
    public IList<string> PostalCodes { get; } = [];

    /// <summary>Makes claims of <see cref="Ages"/> and <see cref="PostalCodes"/> alone, none of the fields that they were drawn from.</summary>
    public bool FactsOnly { get; set; }

    internal CardParts Asked => Of(demand => demand != FieldDemand.None);

    internal CardParts Required => Of(demand => demand == FieldDemand.Required);

    private CardParts Of(Func<FieldDemand, bool> counts) =>
        (counts(Identity) ? CardParts.Identity : CardParts.None) | (counts(Address) ? CardParts.Address : CardParts.None) | (counts(Photo) ? CardParts.Photo : CardParts.None);
}
