using System.Globalization;

namespace TownSite.Texts;

/// <summary>What is said on the pages of a person’s own details.</summary>
internal sealed partial record ProfileTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string FieldsTitle { get; init; }

    public required string Field { get; init; }

    public required string Value { get; init; }

    public required string From { get; init; }

    public required string Empty { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public required string BirthDate { get; init; }

    public required string BirthPlace { get; init; }

    public required string Gender { get; init; }

    public required string Male { get; init; }

    public required string Female { get; init; }

    public required string Nationality { get; init; }

    public required string Street { get; init; }

    public required string PostalCode { get; init; }

    public required string Municipality { get; init; }

    public required string Photo { get; init; }

    public required string FromCard { get; init; }

    public required string Typed { get; init; }

    public required string ProofCertificate { get; init; }

    public required string ProofRegister { get; init; }

    public required string ReadTitle { get; init; }

    public required string ReadLead { get; init; }

    public required string ReadPhoto { get; init; }

    public required string ReadButton { get; init; }

    public required string ReadNeedsCard { get; init; }

    public required string ContactTitle { get; init; }

    public required string Mail { get; init; }

    public required string MailHint { get; init; }

    public required string Phone { get; init; }

    public required string PhoneHint { get; init; }

    public required string Save { get; init; }

    public required string ProblemMail { get; init; }

    public required string ProblemPhone { get; init; }

    public required string Saved { get; init; }

    public required string Taken { get; init; }

    public required string CompareTitle { get; init; }

    public required string CompareLead { get; init; }

    public required string CompareNothing { get; init; }

    public required string Before { get; init; }

    public required string Now { get; init; }

    public required string Changed { get; init; }

    public required string New { get; init; }

    public required string Same { get; init; }

    public required string TakeButton { get; init; }

    public required string LeaveButton { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<ProfileTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static ProfileTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
