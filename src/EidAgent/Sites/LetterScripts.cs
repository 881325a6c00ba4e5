using System.Text;

namespace EidAgent.Sites;

/// <summary>Which alphabet a letter is of.</summary>
internal static class LetterScripts
{
    private const Scripts Alike = Scripts.Latin | Scripts.Greek | Scripts.Cyrillic | Scripts.Armenian | Scripts.Cherokee;

    /// <summary>Letters of two or more of those alphabets.</summary>
    public static bool AreMixed(Scripts scripts) => System.Numerics.BitOperations.PopCount((uint)(scripts & Alike)) > 1;

    /// <summary>The scripts of all letters of a label; digits and hyphens are of none.</summary>
    public static Scripts Of(string label)
    {
        var all = Scripts.None;
        foreach (var rune in label.EnumerateRunes())
        {
            all |= Of(rune);
        }

        return all;
    }

    private static Scripts Of(Rune rune) => rune.Value switch
    {
        _ when !Rune.IsLetter(rune) => Scripts.None,
        < 0x0250 or (>= 0x0250 and <= 0x02AF) or (>= 0x1D00 and <= 0x1DBF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) or (>= 0xAB30 and <= 0xAB64) => Scripts.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Scripts.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => Scripts.Cyrillic,
        (>= 0x0530 and <= 0x058F) => Scripts.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Scripts.Cherokee,
        _ => Scripts.Other,
    };
}
