using System.Globalization;
using System.Text;

namespace EidAuth.Transcripts;

/// <summary>Writes what the parser reads, with each command named and each status word explained.</summary>
internal static class TranscriptWriter
{
    private const int BytesPerLine = 32;

    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder();
        text.Append(Transcript.FirstLine).Append('\n');
        AppendValue(text, "source", transcript.Source);
        AppendValue(text, "date", transcript.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        AppendValue(text, "reader", transcript.Reader);
        if (transcript.Applet is { } applet)
        {
            AppendValue(text, "applet", applet);
        }

        AppendValue(text, "atr", Convert.ToHexString(transcript.Atr.Span));
        AppendValue(text, "expect", transcript.Expectation.Word());
        foreach (var note in transcript.Notes)
        {
            AppendValue(text, "note", note);
        }

        foreach (var exchange in transcript.Exchanges)
        {
            Append(text, exchange);
        }

        return text.ToString();
    }

    private static void AppendValue(StringBuilder text, string name, string value)
    {
        var isText = value.Length is > 0 and <= TranscriptHead.MaximumValueLength && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
        if (!isText || value.Contains(';', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The transcript's {name} is empty, too long, or not printable ASCII without semicolons.");
        }

        text.Append(name).Append(": ").Append(value).Append('\n');
    }

    private static void Append(StringBuilder text, TranscriptExchange exchange)
    {
        text.Append('\n').Append("> ").Append(Convert.ToHexString(exchange.Command.Span));
        if (exchange.Withheld > 0)
        {
            text.Append(' ').Append('.', 2 * exchange.Withheld);
        }

        text.Append("  ; ").Append(CommandMeaning.Of(exchange.Command.Span)).Append('\n');
        for (var at = 0; at < exchange.Data.Length; at += BytesPerLine)
        {
            var length = Math.Min(BytesPerLine, exchange.Data.Length - at);
            text.Append("< ").Append(Convert.ToHexString(exchange.Data.Span.Slice(at, length))).Append('\n');
        }

        if (exchange.StatusWord is { } statusWord)
        {
            text.Append("= ").Append(statusWord).Append("  ; ").Append(StatusWordMeaning.Of(statusWord)).Append('\n');
        }
        else
        {
            text.Append("! ").Append(exchange.Fault).Append('\n');
        }
    }
}
