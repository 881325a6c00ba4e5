using System.Globalization;

namespace EidAgent.Pages;

/// <summary>Dates in the person's language and the computer's time zone. Written out here: a computer may lack the system's tables of languages.</summary>
internal static class PageDates
{
    private static readonly string[] Dutch = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] German = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>22 November 2026.</summary>
    public static string Day(UiLanguage language, DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return language switch
        {
            UiLanguage.Dutch => Join($"{local.Day} {Dutch[local.Month - 1]} {local.Year}"),
            UiLanguage.French => Join($"{local.Day}{(local.Day == 1 ? "er" : "")} {French[local.Month - 1]} {local.Year}"),
            UiLanguage.German => Join($"{local.Day}. {German[local.Month - 1]} {local.Year}"),
            _ => Join($"{local.Day} {English[local.Month - 1]} {local.Year}"),
        };
    }

    /// <summary>22 November 2026, 13:05.</summary>
    public static string Moment(UiLanguage language, DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return Day(language, time, zone) + local.ToString(", HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Join(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
