namespace EidAuth.Belpic;

/// <summary>File 4035: a JPEG from SOI to EOI, with zeros behind it or without.</summary>
internal sealed class PhotoForm : FileForm
{
    public static readonly PhotoForm Instance = new();

    /// <summary>Photos have about 3 KiB.</summary>
    public override int MaximumLength => 0x4000;

    public override FileEnd Judge(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return bytes.Length < 2 ? FileEnd.Open : FileEnd.Impossible;
        }

        return bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? FileEnd.Complete
            : bytes.TrimEnd((byte)0).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? FileEnd.Possible
            : FileEnd.Open;
    }
}
