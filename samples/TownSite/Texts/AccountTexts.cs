using System.Globalization;

namespace TownSite.Texts;

/// <summary>What is said around the making and linking of accounts.</summary>
internal sealed partial record AccountTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string UserName { get; init; }

    public required string Password { get; init; }

    /// <summary>An officer closed the account.</summary>
    public required string Closed { get; init; }

    public required string FirstTitle { get; init; }

    public required string FirstLead { get; init; }

    public required string ProvenName { get; init; }

    public required string WillKeep { get; init; }

    public required string KeepNames { get; init; }

    public required string KeepReference { get; init; }

    public required string KeepNoNumber { get; init; }

    public required string MakeAccount { get; init; }

    public required string NotMe { get; init; }

    public required string HaveTitle { get; init; }

    public required string HaveLead { get; init; }

    public required string LinkByPassword { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<AccountTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static AccountTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
