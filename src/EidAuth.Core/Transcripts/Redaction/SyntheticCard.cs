using EidAuth.Pki;

namespace EidAuth.Transcripts.Redaction;

/// <summary>The files of a card as a transcript may show them: each as long as the real one and built like it.</summary>
internal sealed class SyntheticCard
{
    private readonly Dictionary<ushort, byte[]> files = [];
    private readonly byte[] chipNumber;
    private readonly byte[]? photo;
    private readonly byte[]? basicKey;

    public SyntheticCard(RecordedFiles recorded, byte[] chipNumber)
    {
        this.chipNumber = chipNumber;
        photo = Make(recorded, 0x4035);
        basicKey = Make(recorded, 0x4040);
        foreach (var identifier in recorded.Identifiers)
        {
            files[identifier] = Make(recorded, identifier)!;
        }
    }

    /// <summary>What stands at an offset of a file; zeros where nothing is known.</summary>
    public byte[] Read(ushort identifier, int offset, int length)
    {
        var data = new byte[length];
        if (files.TryGetValue(identifier, out var file) && offset < file.Length)
        {
            file.AsSpan(offset, Math.Min(length, file.Length - offset)).CopyTo(data);
        }

        return data;
    }

    /// <summary>Fields of an identity or address that were read as records.</summary>
    public void RewriteRecords(ushort identifier, Span<byte> fields)
    {
        switch (identifier)
        {
            case 0x4031: SyntheticTlv.Identity(fields, chipNumber, photo, basicKey); break;
            case 0x4033: SyntheticTlv.Address(fields); break;
            default: fields.Clear(); break;
        }
    }

    private byte[]? Make(RecordedFiles recorded, ushort identifier)
    {
        if (recorded.Copy(identifier) is not { } file)
        {
            return null;
        }

        switch (identifier)
        {
            case 0x4031 or 0x4033: RewriteRecords(identifier, file); break;
            case 0x4032 or 0x4034: Synthetic.Signature(file); break;
            case 0x4035: Synthetic.Photo(file); break;
            case 0x2F00 or 0x4040 or (>= 0x5031 and <= 0x503A) or 0x503C or 0x503D: SyntheticDer.Rewrite(file, chipNumber); break;
            case 0x503B when IsPinnedRoot(file): break;
            case 0x503B: SyntheticDer.Rewrite(file, chipNumber); break;
            default: Array.Clear(file); break;
        }

        return file;
    }

    // The roots of Belgium are public, and the same on millions of cards.
    private static bool IsPinnedRoot(byte[] file)
    {
        var reader = new DerReader(file);
        return reader.TryRead(DerTag.Sequence, out _, out var encoded)
            && !file.AsSpan(encoded.Length).ContainsAnyExcept((byte)0)
            && Certificate.TryRead(encoded, out var certificate) && certificate is not null && TrustAnchors.Belgium.Find(certificate) is not null;
    }
}
