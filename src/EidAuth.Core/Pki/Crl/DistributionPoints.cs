namespace EidAuth.Pki;

/// <summary>The URIs of a certificate's CRL distribution points (RFC 5280 §4.2.1.13) that give all reasons and whose list is the issuer's own.</summary>
/// <param name="contents">Contents of SEQUENCE OF DistributionPoint; empty for none. What does not read gives nothing.</param>
internal readonly struct DistributionPoints(ReadOnlyMemory<byte> contents)
{
    private const int MaximumCount = 16;

    /// <summary>The URIs in their order; ASCII bytes, unchecked.</summary>
    public List<ReadOnlyMemory<byte>> Locations()
    {
        var found = new List<ReadOnlyMemory<byte>>(1);
        var points = new DerReader(contents);
        while (found.Count < MaximumCount && points.TryEnter(DerTag.Sequence, out var point))
        {
            // Behind the name: reasons [1] and cRLIssuer [2], of lists that are partial or not the issuer's.
            if (point.TryEnter(DerTag.Explicit0, out var name) && point.IsEmpty && name.TryRead(DerTag.Explicit0, out var names))
            {
                AddUris(names, found);
            }
        }

        return found;
    }

    /// <summary>Adds the uniformResourceIdentifiers of GeneralNames.</summary>
    public static void AddUris(ReadOnlyMemory<byte> generalNames, List<ReadOnlyMemory<byte>> found)
    {
        var reader = new DerReader(generalNames);
        while (found.Count < MaximumCount && reader.TryReadAny(out var tag, out var value, out _))
        {
            if (tag == DerTag.Implicit6)
            {
                found.Add(value);
            }
        }
    }
}
