using System.Text;

namespace EidAuth.Transcripts.Redaction;

/// <summary>A reader's name without what tells one device from the next: drivers put serial numbers into it, often in brackets.</summary>
internal static class ReaderName
{
    private const int MostDigits = 4;
    private const int MaximumLength = 80;

    /// <summary>Words of letters, digits, dots and hyphens outside brackets, none with more than four digits.</summary>
    public static string WithoutSerial(string name)
    {
        var kept = new StringBuilder();
        var depth = 0;
        foreach (var letter in name)
        {
            depth += letter is '(' or '[' or '{' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : ' ');
            }

            depth -= letter is ')' or ']' or '}' && depth > 0 ? 1 : 0;
        }

        var words = kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Count(char.IsAsciiDigit) <= MostDigits);
        var shown = string.Join(' ', words);
        return shown.Length == 0 ? "unnamed" : shown[..Math.Min(shown.Length, MaximumLength)];
    }
}
