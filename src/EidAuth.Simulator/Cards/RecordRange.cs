namespace EidAuth.Simulator.Cards;

/// <summary>The part of a TLV file that READ RECORD returns; tags ascend, so it is one piece.</summary>
internal static class RecordRange
{
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file, byte firstTag, byte lastTag)
    {
        int start = -1, end = 0;
        // A 00 tag after the first field is the padding.
        for (var at = 0; at < file.Length && (at == 0 || file[at] != 0); at = FieldEnd(file, at))
        {
            if (file[at] >= firstTag && file[at] <= lastTag)
            {
                start = start < 0 ? at : start;
                end = FieldEnd(file, at);
            }
        }

        return start < 0 ? [] : file[start..end];
    }

    private static int FieldEnd(ReadOnlySpan<byte> file, int at)
    {
        var length = 0;
        var next = at + 1;
        while (next < file.Length && file[next] == 0xFF)
        {
            length += file[next++];
        }

        length += next < file.Length ? file[next] : 0;
        return Math.Min(file.Length, next + 1 + length);
    }
}
