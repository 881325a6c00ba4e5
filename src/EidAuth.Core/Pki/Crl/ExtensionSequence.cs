namespace EidAuth.Pki;

/// <summary>Reads SEQUENCE OF Extension one by one (RFC 5280 §4.1): at most a few, none twice, at least one.</summary>
internal struct ExtensionSequence(ReadOnlyMemory<byte> list)
{
    private const int MaximumCount = 16;

    private DerReader reader = new(list);
    private int count;

    /// <summary>All were read, and each of them well. Asked after <see cref="TryNext"/> said no.</summary>
    public readonly bool IsWellFormed => reader.IsEmpty && count > 0;

    /// <summary>The next; no at the end, and at the first that is not as it should be.</summary>
    public bool TryNext(out ReadOnlyMemory<byte> oid, out bool critical, out ReadOnlyMemory<byte> value)
    {
        (oid, critical, value) = (default, false, default);
        var next = reader;
        if (count == MaximumCount
            || !next.TryEnter(DerTag.Sequence, out var extension)
            || !extension.TryReadOid(out oid)
            || !extension.TryReadOptionalTrue(out critical)
            || !extension.TryRead(DerTag.OctetString, out value)
            || !extension.IsEmpty
            || IsDoubled(oid))
        {
            return false;
        }

        reader = next;
        count++;
        return true;
    }

    // Few extensions, so the earlier ones are simply read again.
    private readonly bool IsDoubled(ReadOnlyMemory<byte> oid)
    {
        var earlier = new DerReader(list);
        for (var i = 0; i < count; i++)
        {
            if (earlier.TryEnter(DerTag.Sequence, out var extension) && extension.TryReadOid(out var other) && other.Span.SequenceEqual(oid.Span))
            {
                return true;
            }
        }

        return false;
    }
}
