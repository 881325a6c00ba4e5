using System.Globalization;
using System.Text;

namespace EidAgent.Commands;

/// <summary>Text from cards and readers on its way to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>
    /// The text with every character that a terminal obeys or that moves other text about (control, format, line and paragraph separators, unassigned and private
    /// ones) replaced by U+FFFD. What a card says stays a text on its own line.
    /// </summary>
    public static string Harmless(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(Harms(Rune.GetUnicodeCategory(rune)) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>Characters of that category do something to a terminal or to the text around them.</summary>
    public static bool Harms(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
