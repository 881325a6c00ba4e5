using System.Globalization;

namespace TownSite.Texts;

/// <summary>What is said where accounts are made and where a proven card comes back to.</summary>
internal sealed partial record AccountTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string UserName { get; init; }

    public required string Password { get; init; }

    public required string Mail { get; init; }

    public required string GivenNames { get; init; }

    public required string FamilyName { get; init; }

    public required string Optional { get; init; }

    public required string RegisterTitle { get; init; }

    public required string RegisterLead { get; init; }

    public required string RegisterByCard { get; init; }

    public required string RegisterButton { get; init; }

    public required string RegisterLink { get; init; }

    public required string UserNameHint { get; init; }

    public required string PasswordHint { get; init; }

    public required string MailHint { get; init; }

    public required string ProblemUserName { get; init; }

    public required string ProblemPassword { get; init; }

    public required string ProblemMail { get; init; }

    public required string ProblemNames { get; init; }

    public required string ProblemSummary { get; init; }

    public required string PasswordWrong { get; init; }

    /// <summary>An officer closed the account.</summary>
    public required string Closed { get; init; }

    public required string FirstTitle { get; init; }

    public required string FirstLead { get; init; }

    public required string ProvenName { get; init; }

    public required string AccountName { get; init; }

    public required string WillKeep { get; init; }

    public required string KeepNames { get; init; }

    public required string KeepReference { get; init; }

    public required string KeepNoNumber { get; init; }

    public required string NewTitle { get; init; }

    public required string MakeAccount { get; init; }

    public required string NotMe { get; init; }

    public required string HaveTitle { get; init; }

    public required string HaveLead { get; init; }

    public required string LinkByPassword { get; init; }

    public required string CodeTitle { get; init; }

    public required string CodeLead { get; init; }

    public required string CodeLabel { get; init; }

    public required string CodeButton { get; init; }

    public required string LinkTitle { get; init; }

    public required string LinkLead { get; init; }

    public required string DifferTitle { get; init; }

    public required string DifferLead { get; init; }

    public required string LinkButton { get; init; }

    public required string DifferButton { get; init; }

    public required string Cancel { get; init; }

    public required string NotLinkedTitle { get; init; }

    public required string NotLinkedLead { get; init; }

    public required string LinkStart { get; init; }

    public required string RefusedTitle { get; init; }

    public required string Code { get; init; }

    public required string ToLogin { get; init; }

    public required string ToSecurity { get; init; }

    public required string OtherAccount { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<AccountTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static AccountTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
