using System.Globalization;
using System.Text;

namespace EidAgent.Prompts;

/// <summary>A name from outside, as a reader calls itself, on its way to a window or a terminal.</summary>
internal static class PrintableName
{
    /// <summary>Characters at most, U+2026 included.</summary>
    public const int MostCharacters = 56;

    // The end stays: it tells two readers of one make apart.
    private const int Ending = 16;

    /// <summary>
    /// One line of at most <see cref="MostCharacters"/>: controls, characters that change the direction of text, separators and all that has no shape of its own become U+FFFD,
    /// what is too long loses its middle. Angle brackets and ampersands become look-alikes, since a toolkit may take them for markup.
    /// </summary>
    public static string Of(string name)
    {
        var runes = name.EnumerateRunes().Select(Shown).ToArray();
        return runes.Length <= MostCharacters ? Join(runes) : $"{Join(runes[..(MostCharacters - Ending - 1)])}…{Join(runes[^Ending..])}";
    }

    private static Rune Shown(Rune rune) => rune.Value switch
    {
        '<' => new('‹'),
        '>' => new('›'),
        '&' => new('＆'),
        ' ' => rune,
        _ => HasShape(Rune.GetUnicodeCategory(rune)) ? rune : Rune.ReplacementChar,
    };

    // Marks would pile up on the character before; other spaces would look like the end of the name.
    private static bool HasShape(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
        or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol;

    private static string Join(IEnumerable<Rune> runes) => string.Concat(runes.Select(rune => rune.ToString()));
}
