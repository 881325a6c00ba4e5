using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>HTML being written: what stands in the source is markup, what stands in the holes of an interpolated string is text and gets encoded.</summary>
internal sealed class Markup
{
    // Letters of every language as they are: the page is UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder written = new();

    /// <summary>Adds a piece.</summary>
    public void Add(Piece piece) => written.Append(piece.Written);

    /// <summary>Adds markup of the site's own.</summary>
    public void Add(IHtmlContent content)
    {
        using var writer = new StringWriter(written, CultureInfo.InvariantCulture);
        content.WriteTo(writer, Encoder);
    }

    /// <summary>What was written.</summary>
    public HtmlString ToHtml() => new(written.ToString());

    /// <summary>One interpolated string, as the compiler takes it apart.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Piece(int literalLength, int formattedCount)
    {
        public StringBuilder Written { get; } = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => Written.Append(markup);

        public void AppendFormatted(string? text) => Written.Append(Encoder.Encode(text ?? ""));
    }
}
