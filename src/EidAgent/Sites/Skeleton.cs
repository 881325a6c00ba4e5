using System.Globalization;
using System.Text;

namespace EidAgent.Sites;

/// <summary>
/// What a name looks like to somebody who reads fast: two names with one skeleton are taken for each other. After Unicode UTS #39 §4 (confusables.txt), cut down to what a host name
/// can hold in lower case: letters of Cyrillic, Greek, Armenian and Cherokee that are drawn as Latin ones, marks on letters, and what is confused in plain ASCII.
/// </summary>
internal static class Skeleton
{
    // confusables.txt, the lower case rows whose right side is ASCII; and the Latin letters outside of ASCII that decompose into none.
    private static readonly Dictionary<int, string> Drawn = new()
    {
        // Cyrillic
        [0x0430] = "a", [0x0432] = "b", [0x0433] = "r", [0x0435] = "e", [0x0437] = "3", [0x043A] = "k", [0x043C] = "m", [0x043D] = "h", [0x043E] = "o", [0x043F] = "n",
        [0x0440] = "p", [0x0441] = "c", [0x0442] = "t", [0x0443] = "y", [0x0445] = "x", [0x0448] = "w", [0x044C] = "b", [0x0455] = "s", [0x0456] = "i", [0x0457] = "i",
        [0x0458] = "j", [0x045B] = "h", [0x0461] = "w", [0x0475] = "v", [0x04AF] = "y", [0x04BB] = "h", [0x04BD] = "e", [0x04CF] = "l", [0x0501] = "d", [0x050D] = "g",
        [0x051B] = "q", [0x051D] = "w",
        // Greek
        [0x03B1] = "a", [0x03B2] = "b", [0x03B3] = "y", [0x03B5] = "e", [0x03B7] = "n", [0x03B9] = "i", [0x03BA] = "k", [0x03BC] = "u", [0x03BD] = "v", [0x03BF] = "o",
        [0x03C1] = "p", [0x03C3] = "o", [0x03C4] = "t", [0x03C5] = "u", [0x03C7] = "x", [0x03C9] = "w", [0x03F2] = "c", [0x03F3] = "j",
        // Armenian
        [0x0561] = "w", [0x0563] = "q", [0x0566] = "q", [0x0570] = "h", [0x0575] = "j", [0x0578] = "n", [0x057A] = "w", [0x057D] = "u", [0x0581] = "g", [0x0582] = "i",
        [0x0584] = "f", [0x0585] = "o", [0x0587] = "u",
        // Cherokee, small letters
        [0xAB70] = "d", [0xAB75] = "i", [0xAB81] = "r", [0xAB83] = "w", [0xAB93] = "z", [0xAB99] = "h", [0xABA9] = "v", [0xABAA] = "s",
        // Latin
        [0x00DF] = "ss", [0x00E6] = "ae", [0x00F0] = "d", [0x00F8] = "o", [0x00FE] = "p", [0x0111] = "d", [0x0127] = "h", [0x0131] = "i", [0x0138] = "k", [0x0142] = "l",
        [0x014B] = "n", [0x0153] = "oe", [0x0167] = "t", [0x0180] = "b", [0x0199] = "k", [0x01A5] = "p", [0x0251] = "a", [0x0261] = "g", [0x0269] = "i", [0x026A] = "i",
        [0x0280] = "r", [0x028B] = "u", [0x028F] = "y", [0x0299] = "b", [0x029F] = "l",
    };

    /// <summary>The skeleton of one label, or of several with their dots.</summary>
    public static string Of(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Drawn.TryGetValue(rune.Value, out var drawn))
            {
                letters.Append(drawn);
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(rune.ToString());
            }
        }

        // In this order: a 1 after an r is no n.
        return letters.Replace("rn", "m").Replace("vv", "w").Replace('0', 'o').Replace('1', 'l').ToString();
    }
}
