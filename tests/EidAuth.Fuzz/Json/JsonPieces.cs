using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz.Json;

/// <summary>The members of the outermost object or the elements of the outermost array, as far as quotes and brackets still tell.</summary>
internal static class JsonPieces
{
    public static List<Piece> Of(ReadOnlySpan<byte> input)
    {
        var found = new List<Piece>();
        var (depth, start, isQuoted) = (0, 1, false);
        for (var i = 0; i < input.Length && found.Count < 200; i++)
        {
            switch (input[i])
            {
                case (byte)'\\' when isQuoted:
                    i++;
                    break;
                case (byte)'"':
                    isQuoted = !isQuoted;
                    break;
                case (byte)'{' or (byte)'[' when !isQuoted:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !isQuoted:
                    depth--;
                    if (depth == 0 && i > start)
                    {
                        found.Add(new Piece(start, -1, start, i));
                    }

                    break;
                case (byte)',' when !isQuoted && depth == 1 && i > start:
                    found.Add(new Piece(start, -1, start, i));
                    start = i + 1;
                    break;
            }
        }

        return found;
    }
}
