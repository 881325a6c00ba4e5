namespace EidAuth.Simulator.Cards;

/// <content>What else the identity file says. Null is a field that the file does not have, an empty text one without content.</content>
public sealed partial record Citizen
{
    /// <summary>Tag 01: 12 digits; foreigners' cards have nine, or a B and nine.</summary>
    public string CardNumber { get; init; } = "592000000012";

    /// <summary>Tags 03 and 04; null for a card that has been valid for a year and is for nine more.</summary>
    public CardValidity? Validity { get; init; }

    /// <summary>Tag 05: the municipality that issued the card.</summary>
    public string IssuingMunicipality { get; init; } = "Brussel";

    /// <summary>Tag 0E.</summary>
    public string NobleCondition { get; init; } = "";

    /// <summary>Tag 0F: one or two digits.</summary>
    public string DocumentType { get; init; } = "1";

    /// <summary>Tag 10: 0 to 5.</summary>
    public string SpecialStatus { get; init; } = "0";

    /// <summary>Tag 12: for example 01.</summary>
    public string? Duplicate { get; init; }

    /// <summary>Tag 13: 1 SHAPE, 2 NATO, 4 former blue card, 5 researcher.</summary>
    public string? SpecialOrganisation { get; init; }

    /// <summary>Tag 14, which is there or not and has no content.</summary>
    public bool MemberOfFamily { get; init; }

    /// <summary>Tag 15: dd.MM.yyyy-CC.</summary>
    public string? Protection { get; init; }

    /// <summary>Tag 16: 7, 8, 9 or A.</summary>
    public string? WorkPermit { get; init; }

    /// <summary>Tag 17: xxxx.xxx.xxx.</summary>
    public string? Vat1 { get; init; }

    /// <summary>Tag 18: xxxx.xxx.xxx.</summary>
    public string? Vat2 { get; init; }

    /// <summary>Tag 19.</summary>
    public string? RegionalFileNumber { get; init; }

    /// <summary>Tag 1B: B, article 18(1).</summary>
    public string? Brexit1 { get; init; }

    /// <summary>Tag 1C: C, permanent residence.</summary>
    public string? Brexit2 { get; init; }

    /// <summary>Tag 1D: A, D to J.</summary>
    public string? CardAMention1 { get; init; }

    /// <summary>Tag 1E: K.</summary>
    public string? CardAMention2 { get; init; }

    /// <summary>Tag 1F: since when somebody resides as a citizen of the Union.</summary>
    public DateOnly? EuStartDate { get; init; }

    /// <summary>Tags 03 and 04 of a card that is made now.</summary>
    public CardValidity ValidityAt(DateTimeOffset now) => Validity ?? CardValidity.Around(now);
}
