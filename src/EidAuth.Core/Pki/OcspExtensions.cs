namespace EidAuth.Pki;

/// <summary>The extensions of an OCSP answer or of one SingleResponse (RFC 6960 §4.4).</summary>
/// <param name="HasUnknownCritical">One is critical and unknown.</param>
/// <param name="Nonce">extnValue of the nonce, or null.</param>
internal readonly record struct OcspExtensions(bool HasUnknownCritical, ReadOnlyMemory<byte>? Nonce)
{
    private const int MaximumCount = 16;

    /// <summary>Reads optional extensions under an explicit tag; absent ones are none. One that occurs twice is an error.</summary>
    public static bool TryRead(ref DerReader reader, byte tag, out OcspExtensions extensions)
    {
        extensions = default;
        if (!reader.IsNext(tag))
        {
            return true;
        }

        if (!reader.TryEnter(tag, out var outside) || !outside.TryEnter(DerTag.Sequence, out var list) || !outside.IsEmpty || list.IsEmpty)
        {
            return false;
        }

        var seen = new List<ReadOnlyMemory<byte>>(2);
        while (!list.IsEmpty)
        {
            if (seen.Count == MaximumCount
                || !list.TryEnter(DerTag.Sequence, out var extension)
                || !extension.TryReadOid(out var oid)
                || !extension.TryReadOptionalTrue(out var critical)
                || !extension.TryRead(DerTag.OctetString, out var value)
                || !extension.IsEmpty
                || seen.Exists(earlier => earlier.Span.SequenceEqual(oid.Span)))
            {
                return false;
            }

            seen.Add(oid);
            var isNonce = oid.Span.SequenceEqual(Oid.OcspNonce);
            var isKnown = isNonce || oid.Span.SequenceEqual(Oid.OcspArchiveCutoff) || oid.Span.SequenceEqual(Oid.OcspExtendedRevoke);
            extensions = new(extensions.HasUnknownCritical || (critical && !isKnown), isNonce ? value : extensions.Nonce);
        }

        return true;
    }
}
