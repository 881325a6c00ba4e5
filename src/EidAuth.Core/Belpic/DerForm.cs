using System.Buffers.Binary;

namespace EidAuth.Belpic;

/// <summary>One DER SEQUENCE; what is behind it is padding, on 1.8 as long as the certificate, and is not read. A zero in first place is no certificate.</summary>
internal sealed class DerForm(int firstRead = 256) : FileForm
{
    private const int LongestHead = 4;

    /// <summary>A certificate.</summary>
    public static readonly DerForm Instance = new();

    /// <summary>File 4040: a P-384 key has 120 bytes, asked for at once.</summary>
    public static readonly DerForm OfBasicKey = new(120);

    /// <summary>The longest certificate that is read: as long as one may be in the token's chain. Real ones have half of it.</summary>
    public override int MaximumLength => 4096;

    public override int Next(ReadOnlySpan<byte> content) =>
        TryReadLength(content, out var length) ? Math.Min(LargestRead, length - content.Length) : firstRead;

    public override FileEnd Judge(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.IsEmpty)
        {
            return FileEnd.Possible;
        }

        if (bytes[0] == 0)
        {
            return FileEnd.Reached;
        }

        if (TryReadLength(bytes, out var length))
        {
            return length > MaximumLength ? FileEnd.Impossible : bytes.Length < length ? FileEnd.Open : FileEnd.Reached;
        }

        return bytes.Length < LongestHead && bytes[0] == 0x30 ? FileEnd.Open : FileEnd.Impossible;
    }

    /// <summary>What was read, without what is behind the SEQUENCE; null when the file holds none.</summary>
    public static byte[]? Cut(byte[] content) => TryReadLength(content, out var length) ? content[..length] : null;

    // 30 ll, 30 81 ll, 30 82 hh ll; with the head.
    private static bool TryReadLength(ReadOnlySpan<byte> bytes, out int length)
    {
        length = bytes switch
        {
            [0x30, <= 0x7F and var one, ..] => 2 + one,
            [0x30, 0x81, >= 0x80 and var one, ..] => 3 + one,
            [0x30, 0x82, _, _, ..] when BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) is >= 0x100 and var two => 4 + two,
            _ => 0,
        };
        return length > 0;
    }
}
