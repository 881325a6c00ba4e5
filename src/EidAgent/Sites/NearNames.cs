namespace EidAgent.Sites;

/// <summary>How many slips of the finger lie between two names: a letter more, less, another, or two swapped (optimal string alignment, restricted Damerau-Levenshtein).</summary>
internal static class NearNames
{
    /// <summary>The distance, or anything above <paramref name="most"/> when it is more. Looks only at the band where an answer can be.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another.</param>
    /// <param name="most">No more than that is of interest.</param>
    /// <param name="steps">Counts the cells that were looked at.</param>
    public static int Distance(string one, string other, int most, ref long steps)
    {
        steps++;
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var (before, above, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            Array.Fill(row, most + 1);
            row[0] = i;
            for (var j = Math.Max(1, i - most); j <= Math.Min(other.Length, i + most); j++)
            {
                steps++;
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[other.Length];
    }
}
