using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace EidAgent.Pages;

/// <summary>Encodes the values of an interpolated string on the way in. There is no overload that takes a value raw.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlInterpolation
{
    private readonly StringBuilder markup;

    public HtmlInterpolation(int literalLength, int formattedCount) => markup = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html value) => markup.Append(value.Markup);

    public void AppendFormatted(string? value) => markup.Append(value is null ? "" : Html.Encode(value));

    public void AppendFormatted(int value) => markup.Append(value.ToString(CultureInfo.InvariantCulture));

    internal string ToMarkup() => markup.ToString();
}
