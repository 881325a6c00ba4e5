using System.Globalization;

namespace TownSite.Counter.Forms;

/// <summary>Days as files and browsers write them (HTML, valid date string).</summary>
internal static class Days
{
    public const string Today = "today";
    private const string Form = "yyyy-MM-dd";

    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that a file's <c>earliest</c> or <c>latest</c> means; null when it says nothing.</summary>
    public static DateOnly? Bound(string? text, DateOnly today) => text switch
    {
        null => null,
        Today => today,
        _ => TryRead(text, out var day) ? day : null,
    };
}
