namespace EidAuth.UnitTests.Mutations;

/// <summary>How the parts of an input are found.</summary>
internal delegate List<Piece> FindPieces(ReadOnlySpan<byte> input);

/// <summary>Makes damaged inputs of good ones, the same ones from the same seed. Half of the damage knows where fields and lengths are.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, FindPieces pieces, int seed)
{
    /// <summary>Longer than any file of a card, and than any two-byte length.</summary>
    public const int MaximumLength = 70_000;

    // What length and tag octets have trouble with, and the text formats' own characters.
    private static readonly byte[] Telling = [.. Convert.FromHexString("00010430317F808182848788A0BFC0FEFF"), .. " \t\r\n<>:;=#\"\\.-_%09AFZaz"u8];

#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random random = new(seed);

    /// <summary>The next input; one in a hundred is noise of any length.</summary>
    public byte[] Next()
    {
        if (random.Next(100) == 0)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }

        var bytes = new List<byte>(Pick(seeds));
        for (var rounds = 1 + random.Next(4); rounds > 0; rounds--)
        {
            if (random.Next(2) == 0)
            {
                DamageStructure(bytes);
            }
            else
            {
                DamageBytes(bytes);
            }
        }

        return bytes.Count <= MaximumLength ? [.. bytes] : [.. bytes.GetRange(0, MaximumLength)];
    }

    private void DamageStructure(List<byte> bytes)
    {
        byte[] now = [.. bytes];
        var found = pieces(now);
        if (found.Count == 0)
        {
            DamageBytes(bytes);
            return;
        }

        var piece = Pick(found);
        var whole = now[piece.Start..piece.End];
        switch (random.Next(9))
        {
            case 0:
                bytes.RemoveRange(piece.Start, whole.Length);
                break;
            case 1:
                bytes.InsertRange(Pick(found).Start, whole);
                break;
            case 2:
                // Repeated until nothing of its size was ever meant; rarely so often that a parser of quadratic cost would stand still.
                var times = random.Next(50) == 0 ? MaximumLength / Math.Max(1, whole.Length) : random.Next(2, 40);
                bytes.InsertRange(piece.End, Enumerable.Repeat(whole, times).SelectMany(part => part));
                break;
            case 3 when piece.LengthAt >= 0 && piece.LengthAt < bytes.Count:
                DamageLength(bytes, piece);
                break;
            case 4:
                bytes.RemoveRange(piece.End, bytes.Count - piece.End);
                break;
            case 5:
                Splice(bytes, piece);
                break;
            case 6 when piece.Start < bytes.Count:
                // Another tag, or the line's first character.
                bytes[piece.Start] = random.Next(2) == 0 ? Pick(Telling) : (byte)random.Next(256);
                break;
            case 7:
                bytes.RemoveRange(piece.Content, piece.End - piece.Content);
                break;
            default:
                var other = Pick(found);
                bytes.RemoveRange(piece.Start, whole.Length);
                bytes.InsertRange(Math.Min(bytes.Count, other.Start), whole);
                break;
        }
    }

    private void DamageLength(List<byte> bytes, Piece piece)
    {
        var place = piece.LengthAt;
        switch (random.Next(6))
        {
            case 0:
                bytes[place]++;
                break;
            case 1:
                bytes[place]--;
                break;
            case 2:
                bytes[place] = Pick(Telling);
                break;
            case 3:
                bytes.InsertRange(place, Enumerable.Repeat((byte)0xFF, random.Next(1, 300)));
                break;
            case 4:
                // DER's long forms, with and without leading zeros.
                bytes.RemoveAt(place);
                bytes.InsertRange(place, Pick<byte[]>([[0x81, 0x7F], [0x82, 0xFF, 0xFF], [0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x82, 0x00, 0x05], [0x80], [0x89]]));
                break;
            default:
                bytes[place] = (byte)(bytes.Count - piece.Content);
                break;
        }
    }

    // A part of another good input, where this one has one.
    private void Splice(List<byte> bytes, Piece piece)
    {
        var other = Pick(seeds);
        var found = pieces(other);
        if (found.Count > 0)
        {
            var donor = Pick(found);
            bytes.RemoveRange(piece.Start, piece.End - piece.Start);
            bytes.InsertRange(piece.Start, other[donor.Start..donor.End]);
        }
    }

    private void DamageBytes(List<byte> bytes)
    {
        var place = random.Next(bytes.Count + 1);
        var length = random.Next(1, Math.Max(2, Math.Min(32, bytes.Count - place + 1)));
        switch (random.Next(7))
        {
            case 0 when place < bytes.Count:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when place < bytes.Count:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2 when place + length <= bytes.Count:
                bytes.RemoveRange(place, length);
                break;
            case 3 when length <= bytes.Count:
                bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 4:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 5 when place < bytes.Count:
                bytes[place] = Pick(Telling);
                break;
            default:
                bytes.InsertRange(place, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
#pragma warning restore CA5394
}
