using System.Globalization;
using EidAuth.AspNetCore.Identity;

namespace TownSite.Texts;

/// <summary>Why a proven card did not reach an account, or an account was not changed: one sentence for each code.</summary>
internal sealed partial record AccountRefusalTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string LoginExpired { get; init; }

    public required string PurposeMismatch { get; init; }

    public required string AccountChanged { get; init; }

    public required string LinkedElsewhere { get; init; }

    public required string AccountHasAnotherCard { get; init; }

    public required string AccountDisabled { get; init; }

    public required string NamesDiffer { get; init; }

    public required string LostRace { get; init; }

    public required string LastWayIn { get; init; }

    public required string NotLinked { get; init; }

    public required string AnotherPerson { get; init; }

    public required string TwoAccounts { get; init; }

    public required string TestTrust { get; init; }

    public required string CodeWrong { get; init; }

    public required string CodeExpired { get; init; }

    public required string CodeUsed { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<AccountRefusalTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static AccountRefusalTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];

    /// <summary>The sentence of a refusal.</summary>
    public string Of(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.LoginExpired => LoginExpired,
        AccountRefusal.PurposeMismatch => PurposeMismatch,
        AccountRefusal.AccountChanged => AccountChanged,
        AccountRefusal.LinkedElsewhere => LinkedElsewhere,
        AccountRefusal.AccountHasAnotherCard => AccountHasAnotherCard,
        AccountRefusal.AccountDisabled => AccountDisabled,
        AccountRefusal.NamesDiffer => NamesDiffer,
        AccountRefusal.LostRace => LostRace,
        AccountRefusal.LastWayIn => LastWayIn,
        AccountRefusal.NotLinked => NotLinked,
        AccountRefusal.AnotherPerson => AnotherPerson,
        AccountRefusal.TwoAccounts => TwoAccounts,
        AccountRefusal.TestTrust => TestTrust,
        AccountRefusal.CodeWrong => CodeWrong,
        AccountRefusal.CodeExpired => CodeExpired,
        AccountRefusal.CodeUsed => CodeUsed,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
