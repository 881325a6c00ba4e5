using System.Text;

namespace EidAgent.Prompts;

/// <summary>Text on its way into an Assuan command.</summary>
internal static class AssuanText
{
    /// <summary>Escapes the percent sign and every control character, so that no text can end its line and begin a command.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c == '%' || char.IsControl(c))
            {
                escaped.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
