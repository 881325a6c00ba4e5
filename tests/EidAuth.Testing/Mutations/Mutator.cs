namespace EidAuth.Testing.Mutations;

/// <summary>How the parts of an input are found.</summary>
public delegate List<Piece> FindPieces(ReadOnlySpan<byte> input);

/// <summary>Makes damaged inputs of good ones, the same ones from the same dice. Half of the damage knows where fields and lengths are.</summary>
public sealed class Mutator(IReadOnlyList<byte[]> seeds, FindPieces pieces)
{
    /// <summary>Longer than any file of a card, and than any two-byte length.</summary>
    public const int MaximumLength = 70_000;

    // What length and tag octets have trouble with, and the text formats' own characters.
    private static readonly byte[] Telling = [.. Convert.FromHexString("00010430317F808182848788A0BFC0FEFF"), .. " \t\r\n<>:;=#\"\\.-_%09AFZaz"u8];

    /// <summary>A new input; one in a hundred is noise of any length.</summary>
    public byte[] Make(Dice dice)
    {
        if (dice.OneIn(100))
        {
            return dice.Bytes(dice.Next(300));
        }

        return Damage(dice.Pick(seeds), 1 + dice.Next(4), dice);
    }

    /// <summary>A damaged copy of that input.</summary>
    public byte[] Damage(byte[] input, int rounds, Dice dice)
    {
        var bytes = new List<byte>(input);
        for (; rounds > 0; rounds--)
        {
            if (dice.OneIn(2))
            {
                DamageStructure(bytes, dice);
            }
            else
            {
                DamageBytes(bytes, dice);
            }
        }

        return bytes.Count <= MaximumLength ? [.. bytes] : [.. bytes.GetRange(0, MaximumLength)];
    }

    private void DamageStructure(List<byte> bytes, Dice dice)
    {
        byte[] now = [.. bytes];
        var found = pieces(now);
        if (found.Count == 0)
        {
            DamageBytes(bytes, dice);
            return;
        }

        var piece = dice.Pick(found);
        var whole = now[piece.Start..piece.End];
        switch (dice.Next(9))
        {
            case 0:
                bytes.RemoveRange(piece.Start, whole.Length);
                break;
            case 1:
                bytes.InsertRange(dice.Pick(found).Start, whole);
                break;
            case 2:
                // Repeated until nothing of its size was ever meant; rarely so often that a parser of quadratic cost would stand still.
                var times = dice.Next(50) == 0 ? MaximumLength / Math.Max(1, whole.Length) : dice.Next(2, 40);
                bytes.InsertRange(piece.End, Enumerable.Repeat(whole, times).SelectMany(part => part));
                break;
            case 3 when piece.LengthAt >= 0 && piece.LengthAt < bytes.Count:
                DamageLength(bytes, piece, dice);
                break;
            case 4:
                bytes.RemoveRange(piece.End, bytes.Count - piece.End);
                break;
            case 5:
                Splice(bytes, piece, dice);
                break;
            case 6 when piece.Start < bytes.Count:
                // Another tag, or the line's first character.
                bytes[piece.Start] = dice.Next(2) == 0 ? dice.Pick(Telling) : (byte)dice.Next(256);
                break;
            case 7:
                bytes.RemoveRange(piece.Content, piece.End - piece.Content);
                break;
            default:
                var other = dice.Pick(found);
                bytes.RemoveRange(piece.Start, whole.Length);
                bytes.InsertRange(Math.Min(bytes.Count, other.Start), whole);
                break;
        }
    }

    private static void DamageLength(List<byte> bytes, Piece piece, Dice dice)
    {
        var place = piece.LengthAt;
        switch (dice.Next(6))
        {
            case 0:
                bytes[place]++;
                break;
            case 1:
                bytes[place]--;
                break;
            case 2:
                bytes[place] = dice.Pick(Telling);
                break;
            case 3:
                bytes.InsertRange(place, Enumerable.Repeat((byte)0xFF, dice.Next(1, 300)));
                break;
            case 4:
                // DER's long forms, with and without leading zeros.
                bytes.RemoveAt(place);
                bytes.InsertRange(place, dice.Pick<byte[]>([[0x81, 0x7F], [0x82, 0xFF, 0xFF], [0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x82, 0x00, 0x05], [0x80], [0x89]]));
                break;
            default:
                bytes[place] = (byte)(bytes.Count - piece.Content);
                break;
        }
    }

    // A part of another good input, where this one has one.
    private void Splice(List<byte> bytes, Piece piece, Dice dice)
    {
        var other = dice.Pick(seeds);
        var found = pieces(other);
        if (found.Count > 0)
        {
            var donor = dice.Pick(found);
            bytes.RemoveRange(piece.Start, piece.End - piece.Start);
            bytes.InsertRange(piece.Start, other[donor.Start..donor.End]);
        }
    }

    private static void DamageBytes(List<byte> bytes, Dice dice)
    {
        var place = dice.Next(bytes.Count + 1);
        var length = dice.Next(1, Math.Max(2, Math.Min(32, bytes.Count - place + 1)));
        switch (dice.Next(7))
        {
            case 0 when place < bytes.Count:
                bytes[place] ^= (byte)(1 << dice.Next(8));
                break;
            case 1 when place < bytes.Count:
                bytes[place] = (byte)dice.Next(256);
                break;
            case 2 when place + length <= bytes.Count:
                bytes.RemoveRange(place, length);
                break;
            case 3 when length <= bytes.Count:
                bytes.InsertRange(place, bytes.GetRange(dice.Next(bytes.Count - length + 1), length));
                break;
            case 4:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 5 when place < bytes.Count:
                bytes[place] = dice.Pick(Telling);
                break;
            default:
                bytes.InsertRange(place, dice.Bytes(length));
                break;
        }
    }
}
