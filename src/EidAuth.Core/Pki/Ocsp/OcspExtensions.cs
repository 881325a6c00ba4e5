namespace EidAuth.Pki;

/// <summary>The extensions of an OCSP answer or of one SingleResponse (RFC 6960 §4.4).</summary>
/// <param name="HasUnknownCritical">One is critical and unknown.</param>
/// <param name="Nonce">extnValue of the nonce, or null.</param>
internal readonly record struct OcspExtensions(bool HasUnknownCritical, ReadOnlyMemory<byte>? Nonce)
{
    /// <summary>Reads optional extensions under an explicit tag; absent ones are none. One that occurs twice is an error.</summary>
    public static bool TryRead(ref DerReader reader, byte tag, out OcspExtensions extensions)
    {
        extensions = default;
        if (!reader.IsNext(tag))
        {
            return true;
        }

        if (!reader.TryEnter(tag, out var outside) || !outside.TryRead(DerTag.Sequence, out var list) || !outside.IsEmpty)
        {
            return false;
        }

        var sequence = new ExtensionSequence(list);
        while (sequence.TryNext(out var oid, out var critical, out var value))
        {
            var isNonce = oid.Span.SequenceEqual(Oid.OcspNonce);
            var isKnown = isNonce || oid.Span.SequenceEqual(Oid.OcspArchiveCutoff) || oid.Span.SequenceEqual(Oid.OcspExtendedRevoke);
            extensions = new(extensions.HasUnknownCritical || (critical && !isKnown), isNonce ? value : extensions.Nonce);
        }

        return sequence.IsWellFormed;
    }
}
