using System.Globalization;
using EidAuth.AspNetCore.Identity;

namespace TownSite.Texts;

/// <summary>What is said on the page of ways in and sessions.</summary>
internal sealed partial record SecurityTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string Title { get; init; }

    public required string WaysTitle { get; init; }

    public required string Card { get; init; }

    public required string CardLinked { get; init; }

    public required string CardTest { get; init; }

    public required string CardNone { get; init; }

    public required string LinkCard { get; init; }

    public required string UnlinkCard { get; init; }

    public required string UnlinkLead { get; init; }

    public required string UnlinkLast { get; init; }

    public required string Password { get; init; }

    public required string PasswordFor { get; init; }

    public required string PasswordNone { get; init; }

    public required string PasswordNeedsCard { get; init; }

    public required string ProveAgain { get; init; }

    public required string UserName { get; init; }

    public required string OldPassword { get; init; }

    public required string NewPassword { get; init; }

    public required string SetPassword { get; init; }

    public required string ChangePassword { get; init; }

    public required string OldPasswordWrong { get; init; }

    public required string SessionsTitle { get; init; }

    public required string SessionsLead { get; init; }

    public required string Begun { get; init; }

    public required string LastSeen { get; init; }

    public required string How { get; init; }

    public required string ThisOne { get; init; }

    public required string End { get; init; }

    public required string EndOthers { get; init; }

    public required string EndAll { get; init; }

    public required string HistoryTitle { get; init; }

    public required string HistoryWhen { get; init; }

    public required string HistoryWhat { get; init; }

    public required string HistoryBy { get; init; }

    public required string HistoryNone { get; init; }

    public required string Created { get; init; }

    public required string Linked { get; init; }

    public required string Unlinked { get; init; }

    public required string KeyMoved { get; init; }

    public required string RelinkCodeIssued { get; init; }

    public required string Relinked { get; init; }

    public required string NationalNumberReleased { get; init; }

    public required string DoneLinked { get; init; }

    public required string DoneUnlinked { get; init; }

    public required string DonePassword { get; init; }

    public required string DoneEnded { get; init; }

    public required string DoneEndedOthers { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<SecurityTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static SecurityTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];

    /// <summary>A line of the history.</summary>
    public string Of(EidAccountEventKind kind) => kind switch
    {
        EidAccountEventKind.Created => Created,
        EidAccountEventKind.Linked => Linked,
        EidAccountEventKind.Unlinked => Unlinked,
        EidAccountEventKind.KeyMoved => KeyMoved,
        EidAccountEventKind.RelinkCodeIssued => RelinkCodeIssued,
        EidAccountEventKind.Relinked => Relinked,
        EidAccountEventKind.NationalNumberReleased => NationalNumberReleased,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
