namespace EidAuth.Pki;

/// <summary>One revoked certificate as it stands in a list (RFC 5280 §5.1.2.6). Read, put into the table, forgotten: no object is made.</summary>
/// <param name="SerialNumber">The certificate.</param>
/// <param name="Reason">CRLReason; 0 when absent.</param>
/// <param name="HasUnknownCritical">It has a critical extension that is unknown, or names another issuer: then no entry of the list can be relied on (§5.3).</param>
/// <param name="HasExtensions">It has some.</param>
internal readonly record struct CrlEntry(SerialKey SerialNumber, byte Reason, bool HasUnknownCritical, bool HasExtensions)
{
    /// <summary>Reads the contents of an entry.</summary>
    /// <param name="fields">Contents of the SEQUENCE.</param>
    /// <param name="mayHaveExtensions">The list is of version 2.</param>
    /// <param name="entry">The entry.</param>
    public static bool TryRead(DerReader fields, bool mayHaveExtensions, out CrlEntry entry)
    {
        entry = default;

        // Leading zeros are let pass, though DER has none: numbers are compared as integers, and an entry that is overlooked would let somebody in.
        if (!fields.TryRead(DerTag.Integer, out var integer) || !SerialKey.TryRead(integer.Span, out var serialNumber) || !fields.TryReadTime(out _))
        {
            return false;
        }

        entry = new CrlEntry(serialNumber, 0, false, HasExtensions: !fields.IsEmpty);
        return fields.IsEmpty || (mayHaveExtensions && TryReadExtensions(ref fields, ref entry) && fields.IsEmpty);
    }

    private static bool TryReadExtensions(ref DerReader fields, ref CrlEntry entry)
    {
        if (!fields.TryRead(DerTag.Sequence, out var list))
        {
            return false;
        }

        var sequence = new ExtensionSequence(list);
        while (sequence.TryNext(out var oid, out var critical, out var value))
        {
            var reader = new DerReader(value);
            if (oid.Span.SequenceEqual(Oid.ReasonCode))
            {
                if (!reader.TryReadSmall(DerTag.Enumerated, out var reason) || !reader.IsEmpty)
                {
                    return false;
                }

                entry = entry with { Reason = (byte)reason };
            }
            else if (oid.Span.SequenceEqual(Oid.InvalidityDate))
            {
                if (!reader.TryReadGeneralizedTime(out _) || !reader.IsEmpty)
                {
                    return false;
                }
            }
            else if (critical || oid.Span.SequenceEqual(Oid.CertificateIssuer))
            {
                entry = entry with { HasUnknownCritical = true };
            }
        }

        return sequence.IsWellFormed;
    }
}
