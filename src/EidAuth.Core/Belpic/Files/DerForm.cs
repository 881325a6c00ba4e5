using System.Buffers.Binary;

namespace EidAuth.Belpic;

/// <summary>
/// A certificate: one DER SEQUENCE; what is behind it is padding, on 1.8 as long as the certificate, and is not read. Empty, or with a zero in first place, the file
/// holds none.
/// </summary>
internal sealed class DerForm : FileForm
{
    private const int HeadLength = 4;

    public static readonly DerForm Instance = new();

    /// <summary>The longest certificate that is read: as long as one may be in the token's chain. Real ones have half of it.</summary>
    public override int MaximumLength => 4096;

    public override int Next(ReadOnlySpan<byte> content) =>
        TryReadLength(content, out var length) ? Math.Min(LargestRead, length - content.Length) : LargestRead;

    public override FileEnd Judge(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        // No card was issued with a file of no bytes: one without the certificate has zeros there, or no file.
        return bytes.IsEmpty ? FileEnd.Open
            : bytes[0] == 0 ? FileEnd.Reached
            : TryReadLength(bytes, out var length) ? length > MaximumLength ? FileEnd.Impossible : bytes.Length < length ? FileEnd.Open : FileEnd.Reached
            : bytes is [0x30] or [0x30, 0x82] or [0x30, 0x82, _] ? FileEnd.Open
            : FileEnd.Impossible;
    }

    /// <summary>What was read, without what is behind the SEQUENCE; null when the file holds none.</summary>
    public static byte[]? Cut(byte[]? content) => TryReadLength(content, out var length) ? content![..length] : null;

    // 30 82 hh ll, with the head: no certificate has fewer than 256 bytes.
    private static bool TryReadLength(ReadOnlySpan<byte> bytes, out int length)
    {
        length = bytes is [0x30, 0x82, _, _, ..] ? HeadLength + BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : 0;
        return length > 0;
    }
}
