using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace EidAgent.Pages;

/// <summary>Markup. It is made from interpolated strings whose literals are ours and whose values are encoded, each of them, so no value becomes markup.</summary>
internal readonly record struct Html(string Markup)
{
    /// <summary>Nothing.</summary>
    public static readonly Html None = new("");

    // Accents stay letters; markup, quotes and invisible characters become references.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Literals as they are, values encoded, <see cref="Html"/> values as they are.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToMarkup());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    /// <summary>Text for an element or a double-quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <inheritdoc/>
    public override string ToString() => Markup ?? "";
}
