namespace EidAuth.Belpic;

/// <summary>
/// File 4031, parsed (card content 5.4 §6.1). Whether it is genuine is said by <see cref="CardProof"/>, not here. Text is what the card holds, without the blanks
/// around it: markup, control and direction characters included, which whoever shows it must expect.
/// </summary>
public sealed partial record Identity
{
    /// <summary>The file as stored on the card; what the National Register signed.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>All fields in the file's order, those without a member of their own included.</summary>
    public required IReadOnlyList<CardField> Fields { get; init; }

    /// <summary>Tag 00, on cards that have it in first place.</summary>
    public int? StructureVersion { get; init; }

    /// <summary>Tag 01: 12 digits for citizens; others have 9 digits, or B and 9 digits.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Tag 02, 16 bytes: the chip number of the card for which the file was made.</summary>
    public required ReadOnlyMemory<byte> ChipNumber { get; init; }

    /// <summary>Tag 03: the first day of the card; null when it is no date.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Tag 04: the last day of the card; null when it is no date.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Tag 05: the municipality that issued the card.</summary>
    public required string IssuingMunicipality { get; init; }

    /// <summary>Tag 06, 11 digits as stored.</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Tag 06 with what its digits say; null when its check digits do not hold.</summary>
    public Login.NationalNumber? RegisterNumber => Login.NationalNumber.TryParse(NationalNumber, out var number) ? number : null;

    /// <summary>Tag 07.</summary>
    public required string Surname { get; init; }

    /// <summary>Tag 08, the first two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>Tag 09, the first letter of the third given name; may be empty.</summary>
    public required string ThirdNameInitial { get; init; }

    /// <summary>Tag 0A, in the card's language.</summary>
    public required string Nationality { get; init; }

    /// <summary>Tag 0B.</summary>
    public required string BirthPlace { get; init; }

    /// <summary>Tag 0C.</summary>
    public required BirthDate BirthDate { get; init; }

    /// <summary>Tag 0D.</summary>
    public Sex Sex { get; init; }

    /// <summary>Tag 0E; may be empty.</summary>
    public required string NobleCondition { get; init; }

    /// <summary>Tag 0F; 1 and 01 are the same.</summary>
    public DocumentType DocumentType { get; init; }

    /// <summary>Tag 0F as a number, also where <see cref="DocumentType"/> does not know it; null when it is none.</summary>
    public int? DocumentTypeNumber { get; init; }

    /// <summary>Tag 10; null when the card has something unknown there.</summary>
    public SpecialStatus? SpecialStatus { get; init; }

    /// <summary>Tag 11: SHA-1, SHA-256 or SHA-384 of file 4035, told by its length.</summary>
    public required ReadOnlyMemory<byte> PhotoHash { get; init; }

    /// <summary>Tag 12: 1 for the first duplicate of a lost card; null for an original.</summary>
    public int? Duplicate { get; init; }

    /// <summary>Tag 13.</summary>
    public SpecialOrganisation SpecialOrganisation { get; init; }

    /// <summary>Tag 14 is there: member of the family of a European citizen.</summary>
    public bool IsMemberOfFamily { get; init; }

    /// <summary>Tag 15; null when there is none.</summary>
    public Protection? Protection { get; init; }

    /// <summary>Tag 16.</summary>
    public WorkPermit WorkPermit { get; init; }

    /// <summary>Tag 17: VAT number of the employer; null when there is none.</summary>
    public string? VatNumber1 { get; init; }

    /// <summary>Tag 18: a second one.</summary>
    public string? VatNumber2 { get; init; }

    /// <summary>Tag 19; null when there is none.</summary>
    public string? RegionalFileNumber { get; init; }

    /// <summary>Tag 1A: SHA-384 of file 4040, from applet 1.8 on; null without.</summary>
    public ReadOnlyMemory<byte>? BasicKeyHash { get; init; }

    /// <summary>Tags 1B and 1C.</summary>
    public BrexitMention BrexitMention { get; init; }

    /// <summary>Tag 1D.</summary>
    public CardAMention CardAMention { get; init; }

    /// <summary>Tag 1E.</summary>
    public MobilityMention MobilityMention { get; init; }

    /// <summary>Tag 1F: since when the holder of an EU or EU+ card has that right; null when there is none.</summary>
    public DateOnly? EuropeanCardSince { get; init; }

    // Zeros follow the last field.
    internal bool IsPadded { get; init; }

    /// <summary>
    /// Reads the file; false for anything that is not one: a field cut off, one that comes twice, one of 01 to 11 missing, a national number of other than 11 digits,
    /// text that is no UTF-8.
    /// </summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out Identity? identity)
    {
        var steps = 0;
        return TryParse(file, out identity, ref steps);
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Identity);
}
