namespace EidAuth.Pki;

/// <summary>A list of OIDs inside a SEQUENCE: bare ones (extended key usage) or each first in a SEQUENCE of its own (certificate policies).</summary>
internal readonly struct OidList(ReadOnlyMemory<byte> contents, bool isNested)
{
    /// <summary>Not empty, and OIDs from start to end.</summary>
    public bool IsWellFormed
    {
        get
        {
            var rest = new DerReader(contents);
            var any = false;
            while (!rest.IsEmpty)
            {
                if (!TryNext(ref rest, out _))
                {
                    return false;
                }

                any = true;
            }

            return any;
        }
    }

    /// <summary>A reader for <see cref="TryNext"/>.</summary>
    public DerReader Start() => new(contents);

    /// <summary>The next OID, until there is none.</summary>
    public bool TryNext(ref DerReader rest, out ReadOnlyMemory<byte> oid)
    {
        if (!isNested)
        {
            return rest.TryReadOid(out oid);
        }

        oid = default;
        return rest.TryEnter(DerTag.Sequence, out var item) && item.TryReadOid(out oid);
    }

    /// <summary>That OID is in the list.</summary>
    public bool Contains(ReadOnlySpan<byte> wanted)
    {
        var rest = Start();
        while (TryNext(ref rest, out var oid))
        {
            if (oid.Span.SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
