namespace EidAgent.Diary;

/// <summary>The whole file: one entry for each id, in the order in which they were asked, and what is kept of them when there are too many.</summary>
internal static class DiaryLines
{
    /// <summary>Reads what can be read. An entry's last word counts; a line that is none is left out.</summary>
    public static List<DiaryEntry> Read(ReadOnlyMemory<byte> content)
    {
        var entries = new Dictionary<string, DiaryEntry>();
        while (content.Length > 0)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var line = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            if (DiaryLine.Read(line) is { } entry && (entry.Ending is not null || !entries.ContainsKey(entry.Id)))
            {
                entries[entry.Id] = entry;
            }
        }

        return [.. entries.Values.OrderBy(entry => entry.At)];
    }

    /// <summary>
    /// The newest lines that fit. Half of the room is for logins that were allowed and what became of them: no number of requests that a page sends push those out.
    /// </summary>
    public static byte[] Keep(IReadOnlyList<DiaryEntry> entries, int room)
    {
        var kept = new HashSet<string>();
        var left = Take(entries.Where(entry => DiaryOutcomes.Of(entry) is DiaryOutcome.Allowed or DiaryOutcome.Sent or DiaryOutcome.NotSent), room / 2, kept);
        Take(entries.Where(entry => !kept.Contains(entry.Id)), (room / 2) + left, kept);
        return [.. entries.Where(entry => kept.Contains(entry.Id)).SelectMany(DiaryLine.Write)];
    }

    // Returns the room that is left.
    private static int Take(IEnumerable<DiaryEntry> entries, int room, HashSet<string> kept)
    {
        foreach (var entry in entries.Reverse().ToList())
        {
            var length = DiaryLine.Write(entry).Length;
            if (length > room)
            {
                break;
            }

            room -= length;
            kept.Add(entry.Id);
        }

        return room;
    }
}
