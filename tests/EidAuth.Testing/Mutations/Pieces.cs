namespace EidAuth.Testing.Mutations;

/// <summary>Where the parts of an input lie, as far as it still has any: what damage to structure aims at.</summary>
public static class Pieces
{
    // More is found only in input that is damaged already.
    private const int Most = 200;

    /// <summary>No structure: damage falls anywhere.</summary>
    public static List<Piece> None(ReadOnlySpan<byte> input) => [];

    /// <summary>Tag, length, value of files 4031 and 4033: one byte each, FF in the length adds 255 and goes on.</summary>
    public static List<Piece> Fields(ReadOnlySpan<byte> input)
    {
        var found = new List<Piece>();
        for (var at = 0; at + 1 < input.Length && found.Count < Most;)
        {
            var (length, next) = (0, at + 1);
            while (next < input.Length && input[next] == 0xFF)
            {
                length += input[next++];
            }

            length += next < input.Length ? input[next++] : 0;
            var end = Math.Min(input.Length, next + length);
            found.Add(new Piece(at, at + 1, Math.Min(next, end), end));
            at = end;
        }

        return found;
    }

    /// <summary>DER, into constructed values and into what an OCTET STRING may wrap.</summary>
    public static List<Piece> Der(ReadOnlySpan<byte> input)
    {
        var found = new List<Piece>();
        AddDer(input, 0, input.Length, found);
        return found;
    }

    /// <summary>Lines.</summary>
    public static List<Piece> Lines(ReadOnlySpan<byte> input)
    {
        var found = new List<Piece>();
        for (var at = 0; at < input.Length && found.Count < Most;)
        {
            var line = input[at..].IndexOf((byte)'\n');
            var end = line < 0 ? input.Length : at + line + 1;
            found.Add(new Piece(at, -1, at, end));
            at = end;
        }

        return found;
    }

    /// <summary>A command APDU: header, Lc, data. A response APDU is the same read from its end, and gains nothing from it.</summary>
    public static List<Piece> Command(ReadOnlySpan<byte> input) =>
        input.Length < 5 ? [] : [new(0, 4, 5, input.Length), new(0, -1, 0, 4), new(5, 4, 5, Math.Min(input.Length, 5 + input[4]))];

    private static void AddDer(ReadOnlySpan<byte> input, int at, int end, List<Piece> found)
    {
        while (at + 1 < end && found.Count < Most)
        {
            int length = input[at + 1], content = at + 2;
            if (length > 0x80)
            {
                var octets = length & 0x7F;
                if (octets > 3 || content + octets > end)
                {
                    return;
                }

                length = 0;
                for (var i = 0; i < octets; i++)
                {
                    length = (length << 8) | input[content++];
                }
            }

            var stop = Math.Min(end, content + length);
            found.Add(new Piece(at, at + 1, content, stop));
            if ((input[at] & 0x20) != 0)
            {
                AddDer(input, content, stop, found);
            }

            at = stop;
        }
    }
}
