using System.Text;

namespace EidAuth.Login;

/// <summary>Text that somebody else wrote, for people to read. It still has to be encoded wherever it is shown.</summary>
public static class PlainText
{
    /// <summary>
    /// The text in normal form C. Control and direction characters become U+FFFD: they have no place in a name, and would truncate it in a database or turn the text
    /// around it on a page. Nothing is cut off.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (HasHarmful(text) ? Clean(text) : text).Normalize(NormalizationForm.FormC);
    }

    private static bool HasHarmful(string text)
    {
        foreach (var character in text)
        {
            if (IsHarmful(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string Clean(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = IsHarmful(source[i]) ? '\uFFFD' : source[i];
        }
    });

    // C0, C1, line and paragraph separators, and the marks of Unicode's bidirectional algorithm.
    private static bool IsHarmful(char character) =>
        char.IsControl(character)
        || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
