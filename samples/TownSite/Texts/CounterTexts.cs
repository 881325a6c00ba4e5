using System.Globalization;

namespace TownSite.Texts;

/// <summary>What the counter says to who asks.</summary>
internal sealed partial record CounterTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string CatalogueTitle { get; init; }

    public required string CatalogueLead { get; init; }

    public required string Certificates { get; init; }

    public required string Reports { get; init; }

    public required string Needs { get; init; }

    public required string NeedsPassword { get; init; }

    public required string NeedsCard { get; init; }

    public required string HandledAtOnce { get; init; }

    public required string HandledByOfficer { get; init; }

    public required string AlsoForOther { get; init; }

    public required string ResidentsOnly { get; init; }

    public required string ToRequests { get; init; }

    public required string ForWhom { get; init; }

    public required string ForMyself { get; init; }

    public required string ForAnother { get; init; }

    public required string OtherName { get; init; }

    public required string OtherNameHint { get; init; }

    public required string OtherReason { get; init; }

    public required string OtherReasonHint { get; init; }

    public required string NotRequired { get; init; }

    public required string PleaseChoose { get; init; }

    public required string Characters { get; init; }

    public required string NumberRange { get; init; }

    public required string ProblemsTitle { get; init; }

    public required string Send { get; init; }

    public required string SendByCard { get; init; }

    public required string SendByCardNote { get; init; }

    public required string CardProven { get; init; }

    public required string KeepDraft { get; init; }

    public required string DropDraft { get; init; }

    public required string DraftShown { get; init; }

    public required string ElsewhereTitle { get; init; }

    public required string Elsewhere { get; init; }

    public required string AnotherTown { get; init; }

    public required string AddressTitle { get; init; }

    public required string AddressUnproven { get; init; }

    public required string ReadAddress { get; init; }

    public required string DetailsTitle { get; init; }

    public required string DetailsUnproven { get; init; }

    public required string ReadDetails { get; init; }

    public required string AskerRefused { get; init; }

    public required string TooMany { get; init; }

    public required string Missing { get; init; }

    public required string MissingChoice { get; init; }

    public required string TooShort { get; init; }

    public required string TooLong { get; init; }

    public required string BadCharacters { get; init; }

    public required string NotADay { get; init; }

    public required string TooEarly { get; init; }

    public required string TooLate { get; init; }

    public required string NotANumber { get; init; }

    public required string RequestsTitle { get; init; }

    public required string RequestsNone { get; init; }

    public required string NewRequest { get; init; }

    public required string What { get; init; }

    public required string Reference { get; init; }

    public required string CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string ByYou { get; init; }

    public required string ByYouForOther { get; init; }

    public required string State { get; init; }

    public required string StateSubmitted { get; init; }

    public required string StateInProgress { get; init; }

    public required string StateReady { get; init; }

    public required string StateRefused { get; init; }

    public required string StateWithdrawn { get; init; }

    public required string Sent { get; init; }

    public required string AnswersTitle { get; init; }

    public required string Empty { get; init; }

    public required string HistoryTitle { get; init; }

    public required string ActorYou { get; init; }

    public required string ActorTown { get; init; }

    public required string ActorOfficer { get; init; }

    public required string LooksTitle { get; init; }

    public required string LooksNone { get; init; }

    public required string Withdraw { get; init; }

    public required string WithdrawNote { get; init; }

    public required string WithdrawTooLate { get; init; }

    public required string Means { get; init; }

    public required string MeansPassword { get; init; }

    public required string MeansCard { get; init; }

    public required string MeansTest { get; init; }

    public required string OpenDocument { get; init; }

    public required string Sample { get; init; }

    public required string DocumentLead { get; init; }

    public required string DocumentMade { get; init; }

    public required string DocumentPrint { get; init; }

    public required string Datum { get; init; }

    public required string Value { get; init; }

    public required string Source { get; init; }

    public required string SourceCertificate { get; init; }

    public required string SourceRegister { get; init; }

    public required string DatumName { get; init; }

    public required string DatumBirthDate { get; init; }

    public required string DatumBirthPlace { get; init; }

    public required string DatumNationality { get; init; }

    public required string DatumAddress { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<CounterTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static CounterTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
