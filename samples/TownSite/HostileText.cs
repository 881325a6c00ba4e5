using System.Globalization;
using System.Text;

namespace TownSite;

/// <summary>Text that somebody else wrote, made fit for one line of a page. Razor encodes it; this takes what encoding leaves: characters that reorder or hide.</summary>
internal static class HostileText
{
    private const int Longest = 200;

    /// <summary>Control, format and bidirectional characters become U+FFFD; longer texts are cut. To be shown inside <c>bdi</c>.</summary>
    public static string OneLine(string? text) => Fit(text, Longest);

    /// <summary>The same for a text of several lines, each on its own; nothing is cut. Each to be shown inside <c>bdi</c>.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Select(line => Fit(line, int.MaxValue))];

    private static string Fit(string? text, int longest)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes().Take(longest))
        {
            var plain = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            shown.Append(plain ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }
}
