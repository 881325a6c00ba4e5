namespace EidAuth.Belpic;

/// <summary>File 4035: a JPEG from SOI to EOI, with zeros behind it or without. Empty, or with a zero in first place, it is no photo.</summary>
internal sealed class PhotoForm : FileForm
{
    public static readonly PhotoForm Instance = new();

    /// <summary>Photos have about 3 KiB.</summary>
    public override int MaximumLength => 0x4000;

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

        return bytes is [0xFF] ? FileEnd.Open
            : bytes is not [0xFF, 0xD8, ..] ? FileEnd.Impossible
            : bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? FileEnd.Complete
            : bytes.TrimEnd((byte)0).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? FileEnd.Possible
            : FileEnd.Open;
    }
}
