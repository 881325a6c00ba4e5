using EidAgent.Logins;
using EidAgent.Pages;

namespace EidAgent.Sites;

/// <summary>What is said of sites, on the consent page and on their own, in one language. A language is complete or does not compile; a missing row fails a test.</summary>
internal sealed partial record SiteTexts
{
    public required string FirstTime { get; init; }

    /// <summary>{0}: a day.</summary>
    public required string OnceBefore { get; init; }

    /// <summary>{0}: a number above one, {1}: the day of the last.</summary>
    public required string OftenBefore { get; init; }

    /// <summary>The list of sites could not be read.</summary>
    public required string CannotTell { get; init; }

    public required string WeakHeading { get; init; }

    public required string StrongHeading { get; init; }

    public required IReadOnlyDictionary<LookAlikeKind, string> LookAlikes { get; init; }

    /// <summary>Before the address that asks, beside the one it resembles.</summary>
    public required string ThisOne { get; init; }

    public required string Resembled { get; init; }

    public required string Confirm { get; init; }

    public required IReadOnlyDictionary<ConsentRemark, string> Remarks { get; init; }

    public required string LeavesHeading { get; init; }

    public required string Certificate { get; init; }

    public required string AskedFields { get; init; }

    public required string Block { get; init; }

    /// <summary>The link on the page of a blocked site.</summary>
    public required string ToSites { get; init; }

    public required PageText Page { get; init; }

    public required string Empty { get; init; }

    public required string FirstSeen { get; init; }

    public required string LastUsed { get; init; }

    public required string Times { get; init; }

    public required string State { get; init; }

    public required string Allowed { get; init; }

    public required string Blocked { get; init; }

    public required string Never { get; init; }

    public required string BlockIt { get; init; }

    public required string Unblock { get; init; }

    public required string Forget { get; init; }

    /// <summary>On the command line, when it is done.</summary>
    public required string Done { get; init; }

    public static SiteTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    /// <summary>Whether somebody was here before.</summary>
    public string SayBefore(Acquaintance acquaintance, TimeZoneInfo zone) => acquaintance switch
    {
        { Fault: not null } => CannotTell,
        { Site: { Times: > 0, LastUsed: { } last } site } => (site.Times == 1 ? OnceBefore : OftenBefore)
            .Replace(site.Times == 1 ? "{0}" : "{1}", PageDates.Day(Language, last, zone), StringComparison.Ordinal)
            .Replace("{0}", site.Times.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
        _ => FirstTime,
    };

    public required UiLanguage Language { get; init; }
}
