using System.Globalization;

namespace TownSite.Texts;

/// <summary>What the back office says to officers.</summary>
internal sealed partial record OfficeTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string Link { get; init; }

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string FilterState { get; init; }

    public required string FilterForm { get; init; }

    public required string Every { get; init; }

    public required string Filter { get; init; }

    public required string None { get; init; }

    public required string Found { get; init; }

    public required string Pages { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string Back { get; init; }

    public required string AskedBy { get; init; }

    public required string AskedFor { get; init; }

    public required string Self { get; init; }

    public required string Reason { get; init; }

    public required string Answers { get; init; }

    public required string ChangeTitle { get; init; }

    public required string ChangeNone { get; init; }

    public required string Note { get; init; }

    public required string NoteHint { get; init; }

    public required string TakeUp { get; init; }

    public required string MarkReady { get; init; }

    public required string Refuse { get; init; }

    public required string Changed { get; init; }

    public required string Conflict { get; init; }

    public required string NotAllowed { get; init; }

    public required string NoteMissing { get; init; }

    public required string NoteWrong { get; init; }

    public required string KnownBy { get; init; }

    public required string OwnRequest { get; init; }

    public required string History { get; init; }

    public required string ByCitizen { get; init; }

    public required string Looks { get; init; }

    public required string AccountsTitle { get; init; }

    public required string AccountsLead { get; init; }

    public required string AccountKey { get; init; }

    public required string Find { get; init; }

    public required string AccountNone { get; init; }

    public required string AccountSeveral { get; init; }

    public required string AccountTitle { get; init; }

    public required string UserName { get; init; }

    public required string Name { get; init; }

    public required string Opened { get; init; }

    public required string AccountState { get; init; }

    public required string IsOpen { get; init; }

    public required string IsClosed { get; init; }

    public required string Close { get; init; }

    public required string CloseNote { get; init; }

    public required string Open { get; init; }

    public required string RelinkTitle { get; init; }

    public required string RelinkLead { get; init; }

    public required string RelinkIssue { get; init; }

    public required string RelinkCode { get; init; }

    public required string OwnAccount { get; init; }

    public required string RelinkUntil { get; init; }

    public required string AccountDone { get; init; }

    public required string AccountHistory { get; init; }

    public required string ActLooked { get; init; }

    public required string ActClosed { get; init; }

    public required string ActOpened { get; init; }

    public required string ActRelinkCode { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<OfficeTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static OfficeTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
