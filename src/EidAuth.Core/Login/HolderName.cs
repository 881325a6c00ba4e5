using System.Text;
using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>Names of the holder for people to read.</summary>
internal static class HolderName
{
    /// <summary>
    /// The attribute in normal form C, or null. Control and direction characters become U+FFFD: they have no place in a name, and would truncate it in a
    /// database or turn the text around it on a page. Nothing is cut off.
    /// </summary>
    public static string? Read(Certificate certificate, ReadOnlySpan<byte> type)
    {
        if (SubjectName.Single(certificate.Subject, type) is not { Length: > 0 } name)
        {
            return null;
        }

        return (HasHarmful(name) ? Clean(name) : name).Normalize(NormalizationForm.FormC);
    }

    private static bool HasHarmful(string name)
    {
        foreach (var character in name)
        {
            if (IsHarmful(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string Clean(string name) => string.Create(name.Length, name, (span, source) =>
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
