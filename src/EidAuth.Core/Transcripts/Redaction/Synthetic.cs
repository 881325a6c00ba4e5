using System.Buffers.Binary;

namespace EidAuth.Transcripts.Redaction;

/// <summary>The values that stand in a transcript where a card has personal ones.</summary>
internal static class Synthetic
{
    // Born on 1 January 1980, counter 000, which nobody has.
    public static ReadOnlySpan<byte> NationalNumber => "80010100008"u8;

    // Check digits hold: ten digits modulo 97, 97 for nought.
    public static ReadOnlySpan<byte> CardNumber => "000000000097"u8;

    /// <summary>The chip number: the maker's first four bytes where they are ones that cards are known to begin with, the rest the same for every card.</summary>
    public static byte[] ChipNumber(ReadOnlySpan<byte> real)
    {
        var isKnown = real.Length >= 4 && real[..2].SequenceEqual((ReadOnlySpan<byte>)[0x53, 0x4C])
            && (real[2..4].SequenceEqual((ReadOnlySpan<byte>)[0x49, 0x4E]) || real[2..4].SequenceEqual((ReadOnlySpan<byte>)[0x47, 0x90]));
        return [.. isKnown ? real[..4] : [0x53, 0x4C, 0x00, 0x00], .. "TRANSCRIPT00"u8];
    }

    /// <summary>Letters X; blanks at the end stay, since some files pad with them.</summary>
    public static void Text(Span<byte> value)
    {
        var text = value[..value.TrimEnd((byte)' ').Length];
        text.Fill((byte)'X');
    }

    /// <summary>The value itself when it has that length, digits 0 otherwise.</summary>
    public static void Fixed(Span<byte> value, ReadOnlySpan<byte> replacement)
    {
        if (value.Length == replacement.Length)
        {
            replacement.CopyTo(value);
        }
        else
        {
            value.Fill((byte)'0');
        }
    }

    /// <summary>Birth date in the form of the real one: separators and the length of the month's word stay, in the language that the word can have.</summary>
    public static void BirthDate(Span<byte> value)
    {
        ReadOnlySpan<byte> french4 = "MARS JUIN JUIL AOUT SEPT"u8;
        if (value.Length == 4)
        {
            "1980"u8.CopyTo(value);
            return;
        }

        var month = value.Length > 3 ? value[3..] : [];
        var letters = month.IndexOfAny((byte)' ', (byte)'.');
        month = letters < 0 ? [] : month[..letters];
        var isDate = value.Length is 11 or 12 && value[2] is (byte)' ' or (byte)'.' && month.Length is 3 or 4;
        if (!isDate)
        {
            Text(value);
            return;
        }

        // Ä is two bytes: MÄR has four.
        ReadOnlySpan<byte> word = month.Length == 3 ? "JAN"u8
            : french4.IndexOf(month) >= 0 ? "MARS"u8
            : month.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? "MÄR"u8
            : "MAAR"u8;
        "01"u8.CopyTo(value);
        word.CopyTo(month);
        foreach (ref var separator in value[(3 + letters)..^4])
        {
            separator = separator == (byte)'.' ? (byte)'.' : (byte)' ';
        }

        "1980"u8.CopyTo(value[^4..]);
    }

    /// <summary>A JPEG of a comment alone, as long as the real one.</summary>
    public static void Photo(Span<byte> file)
    {
        const int frame = 8;
        var isJpeg = file.Length is >= frame and <= frame + 0xFFFD && file is [0xFF, 0xD8, ..];
        file.Clear();
        if (!isJpeg)
        {
            return;
        }

        ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xFE]).CopyTo(file);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)(file.Length - 6));
        ((ReadOnlySpan<byte>)[0xFF, 0xD9]).CopyTo(file[^2..]);
    }

    /// <summary>A signature file: an ECDSA value keeps its DER frame and its padding, anything else is filled.</summary>
    public static void Signature(Span<byte> file)
    {
        if (file.Length >= 8 && file[0] == 0x30 && file[1] <= file.Length - 2 && file[1] < 0x80 && file[2] == 0x02
            && 4 + file[3] + 2 <= file[1] + 2 && file[4 + file[3]] == 0x02 && 6 + file[3] + file[5 + file[3]] == 2 + file[1]
            && !file[(2 + file[1])..].ContainsAnyExcept((byte)0))
        {
            Integer(file.Slice(4, file[3]));
            Integer(file.Slice(6 + file[3], file[5 + file[3]]));
            return;
        }

        file.Fill(0xA5);
    }

    /// <summary>A DER INTEGER's bytes: positive, and as short as before.</summary>
    public static void Integer(Span<byte> value)
    {
        if (value.Length > 1 && value[0] == 0)
        {
            value[1..].Fill(0xA5);
        }
        else
        {
            value.Fill(0x25);
        }
    }
}
