using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EidAgent.Pages;

/// <summary>Markup. It is made from interpolated strings whose literals are ours and whose values are encoded, each of them, so no value becomes markup.</summary>
internal readonly record struct Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static readonly Html None = new("");

    // Accents stay letters; markup and quotes become references.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Literals as they are, values encoded, <see cref="Html"/> values as they are.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToMarkup());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    /// <summary>Text for an element or a double-quoted attribute. Characters that turn the direction of text or show nothing become U+FFFD: a reference would act the same.</summary>
    public static string Encode(string text) => Encoder.Encode(text.Any(IsInvisible) ? new string([.. text.Select(letter => IsInvisible(letter) ? '\uFFFD' : letter)]) : text);

    /// <inheritdoc/>
    public override string ToString() => Markup ?? "";

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
