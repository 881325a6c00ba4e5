using System.Globalization;
using System.Text;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>
/// Whether two names could be one person's. A hint for people to look at, never a proof: accents, case, hyphens and the order of given names do not matter, nor that one
/// side has fewer of them.
/// </summary>
internal static class PersonNames
{
    // Letters that no accent is taken off to get the plain one.
    private static readonly Dictionary<char, string> Plain = new() { ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i" };

    /// <summary>Where a side says nothing, nothing differs.</summary>
    public static bool Differ((string? GivenNames, string? FamilyName) account, (string? GivenNames, string? FamilyName) proven) =>
        FamiliesDiffer(Words(account.FamilyName), Words(proven.FamilyName)) || GivenNamesDiffer(Words(account.GivenNames), Words(proven.GivenNames));

    // "van den Berg" and "Vandenberg" are one.
    private static bool FamiliesDiffer(List<string> one, List<string> other) => one.Count > 0 && other.Count > 0 && string.Concat(one) != string.Concat(other);

    private static bool GivenNamesDiffer(List<string> one, List<string> other) =>
        one.Count > 0 && other.Count > 0 && string.Concat(one) != string.Concat(other) && !one.All(other.Contains) && !other.All(one.Contains);

    private static List<string> Words(string? text)
    {
        var words = new StringBuilder();
        foreach (var character in (text ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || character is '\'' or '\u2019')
            {
                continue;
            }

            words.Append(Plain.TryGetValue(character, out var plain) ? plain : char.IsLetterOrDigit(character) ? character : ' ');
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
