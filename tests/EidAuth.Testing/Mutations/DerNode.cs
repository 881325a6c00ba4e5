namespace EidAuth.Testing.Mutations;

/// <summary>An element of DER that can be changed: whatever becomes of it, the lengths of its parents are right again when it is written, unless one of them is told otherwise.</summary>
public sealed class DerNode
{
    private const int MaximumDepth = 32;

    /// <summary>An element with contents.</summary>
    public DerNode(byte tag, byte[] contents) => (Tag, Contents) = (tag, contents);

    /// <summary>An element with parts.</summary>
    public DerNode(byte tag, List<DerNode> parts) => (Tag, Parts) = (tag, parts);

    /// <summary>The identifier octet.</summary>
    public byte Tag { get; set; }

    /// <summary>Where it has no parts: its contents. Where it has: what stands before them, the count of unused bits of a BIT STRING.</summary>
    public byte[] Contents { get; set; } = [];

    /// <summary>Its parts, also those inside an OCTET STRING or BIT STRING that wraps DER; null for none.</summary>
    public List<DerNode>? Parts { get; set; }

    /// <summary>How its length is written.</summary>
    public DerLength Length { get; set; }

    /// <summary>Reads bytes that are elements from end to end; null when they are not.</summary>
    public static List<DerNode>? Read(ReadOnlySpan<byte> bytes) => Read(bytes, 0);

    /// <summary>A copy of it and all below.</summary>
    public DerNode Copy() => new(Tag, Contents) { Length = Length, Parts = Parts?.ConvertAll(part => part.Copy()) };

    /// <summary>Writes it.</summary>
    public byte[] Encode()
    {
        var writer = new BackwardWriter();
        Write(writer);
        return writer.ToArray();
    }

    /// <summary>It and all below, each with its parent; itself first, without one.</summary>
    public List<(DerNode Node, DerNode? Parent)> Flatten()
    {
        var all = new List<(DerNode, DerNode?)> { (this, null) };
        Collect(all);
        return all;
    }

    private void Collect(List<(DerNode Node, DerNode? Parent)> all)
    {
        foreach (var part in Parts ?? [])
        {
            all.Add((part, this));
            part.Collect(all);
        }
    }

    private void Write(BackwardWriter writer)
    {
        if (Length == DerLength.Indefinite)
        {
            writer.Prepend([0x00, 0x00]);
        }

        var end = writer.Length;
        for (var i = (Parts?.Count ?? 0) - 1; i >= 0; i--)
        {
            Parts![i].Write(writer);
        }

        writer.Prepend(Contents);
        writer.Prepend(Header(writer.Length - end));
        writer.Prepend([Tag]);
    }

    private ReadOnlySpan<byte> Header(int length) => Length switch
    {
        DerLength.OneByte => [0x81, (byte)length],
        DerLength.TwoBytes => [0x82, (byte)(length >> 8), (byte)length],
        DerLength.FourBytes => [0x84, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
        DerLength.NineBytes => [0x89, 0, 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
        DerLength.Indefinite or DerLength.Open => [0x80],
        DerLength.TooShort => Shortest(Math.Max(0, length - 1)),
        DerLength.TooLong => Shortest(length + 1),
        DerLength.Huge => [0x84, 0x7F, 0xFF, 0xFF, 0xFF],
        _ => Shortest(length),
    };

    private static byte[] Shortest(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)length],
        _ => [0x83, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };

    private static List<DerNode>? Read(ReadOnlySpan<byte> bytes, int depth)
    {
        var found = new List<DerNode>();
        while (!bytes.IsEmpty)
        {
            if (depth > MaximumDepth || !TryCut(ref bytes, out var tag, out var contents))
            {
                return null;
            }

            found.Add(ReadOne(tag, contents, depth));
        }

        return found;
    }

    private static DerNode ReadOne(byte tag, ReadOnlySpan<byte> contents, int depth)
    {
        if ((tag & 0x20) != 0 && Read(contents, depth + 1) is { } parts)
        {
            return new DerNode(tag, parts);
        }

        // An OCTET STRING or BIT STRING that holds one universal element holds DER.
        var prefix = tag == 0x03 ? 1 : 0;
        var mayWrap = (tag == 0x04 && contents.Length > 1 && contents[0] is < 0x20 or 0x30) || (tag == 0x03 && contents.Length > 2 && contents[0] == 0 && contents[1] == 0x30);
        return mayWrap && Read(contents[prefix..], depth + 1) is { Count: 1 } inside
            ? new DerNode(tag, inside) { Contents = contents[..prefix].ToArray() }
            : new DerNode(tag, contents.ToArray());
    }

    private static bool TryCut(ref ReadOnlySpan<byte> bytes, out byte tag, out ReadOnlySpan<byte> contents)
    {
        tag = bytes[0];
        contents = default;
        if (bytes.Length < 2 || (tag & 0x1F) == 0x1F || bytes[1] is 0x80 or > 0x83)
        {
            return false;
        }

        var header = 2 + (bytes[1] < 0x80 ? 0 : bytes[1] & 0x7F);
        if (bytes.Length < header)
        {
            return false;
        }

        var length = header == 2 ? bytes[1] : 0;
        foreach (var part in bytes[2..header])
        {
            length = (length << 8) | part;
        }

        if (length > bytes.Length - header)
        {
            return false;
        }

        contents = bytes.Slice(header, length);
        bytes = bytes[(header + length)..];
        return true;
    }
}
