using System.Globalization;

namespace TownSite.Texts;

/// <summary>Everything the site says, in one language. A language is complete or does not compile.</summary>
internal sealed partial record TownTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    /// <summary>The language's own name for itself.</summary>
    public required string Language { get; init; }

    public required string SkipToContent { get; init; }

    public required string TownName { get; init; }

    public required string Navigation { get; init; }

    public required string Languages { get; init; }

    public required string HomeLink { get; init; }

    public required string CounterLink { get; init; }

    public required string LogInLink { get; init; }

    public required string LogOut { get; init; }

    public required string LoggedInAs { get; init; }

    /// <summary>Stands on every page of a session that a test card began.</summary>
    public required string TestTrust { get; init; }

    public required string Invented { get; init; }

    public required string HomeTitle { get; init; }

    public required string HomeLead { get; init; }

    public required string CounterTitle { get; init; }

    public required string CounterLead { get; init; }

    public required string LogInWithEid { get; init; }

    public required string OtherWays { get; init; }

    public required string GoToCounter { get; init; }

    public required string OpeningTitle { get; init; }

    public required string OpeningWeekdays { get; init; }

    public required string OpeningThursday { get; init; }

    public required string NewsTitle { get; init; }

    public required string NewsBridge { get; init; }

    public required string NewsMarket { get; init; }

    public required string LoginTitle { get; init; }

    public required string LoginLead { get; init; }

    public required string AlreadyLoggedIn { get; init; }

    public required string PasswordWrong { get; init; }

    public required string PasswordMissing { get; init; }

    /// <summary>Stands before user name and password, in Development only.</summary>
    public required string DemoAccount { get; init; }

    /// <summary>In the login part: who helps when the card is the trouble.</summary>
    public required string AdviceCard { get; init; }

    public required string MeTitle { get; init; }

    public required string MeWho { get; init; }

    public required string MeHow { get; init; }

    public required string MeHowEid { get; init; }

    public required string MeHowPassword { get; init; }

    public required string MeSince { get; init; }

    public required string MeGivenNames { get; init; }

    public required string MeFamilyName { get; init; }

    /// <summary>For a certificate without a name.</summary>
    public required string MeNoName { get; init; }

    public required string MeReference { get; init; }

    public required string MeReferenceText { get; init; }

    public required string MeFile { get; init; }

    public required string MeTest { get; init; }

    public required string LoggedOut { get; init; }

    public required string LoggedOutCard { get; init; }

    public required string ErrorTitle { get; init; }

    public required string ErrorNotFound { get; init; }

    public required string ErrorForm { get; init; }

    public required string ErrorForbidden { get; init; }

    public required string ErrorTooMany { get; init; }

    public required string ErrorOther { get; init; }

    public required string BackHome { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<TownTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static TownTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
