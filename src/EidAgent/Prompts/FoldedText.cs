using System.Text;

namespace EidAgent.Prompts;

/// <summary>Text in lines of limited length: broken at spaces, and inside a word that is longer than a line.</summary>
internal static class FoldedText
{
    /// <summary>The text with LF added; what parts its lines already stays.</summary>
    /// <param name="text">Of any length.</param>
    /// <param name="length">Characters in a line at most.</param>
    public static string Of(string text, int length) => string.Join('\n', text.Split('\n').Select(line => Line(line, length)));

    private static string Line(string line, int length)
    {
        var folded = new StringBuilder(line.Length + 8);
        var used = 0;
        foreach (var word in line.Split(' '))
        {
            var letters = word.EnumerateRunes().ToArray();
            if (folded.Length > 0)
            {
                var breaks = used + 1 + letters.Length > length;
                folded.Append(breaks ? '\n' : ' ');
                used = breaks ? 0 : used + 1;
            }

            foreach (var letter in letters)
            {
                if (used == length)
                {
                    folded.Append('\n');
                    used = 0;
                }

                folded.Append(letter.ToString());
                used++;
            }
        }

        return folded.ToString();
    }
}
