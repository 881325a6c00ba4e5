using System.Text;

namespace EidAuth.Pki;

/// <summary>Reads attributes of a name (RFC 5280 §4.1.2.4). Names are compared as DER; this is for what a person or a rule must see in them.</summary>
internal static class SubjectName
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The one attribute of that type as text; null when there is none, more than one, or one that is no UTF8String or PrintableString.</summary>
    public static string? Single(ReadOnlyMemory<byte> name, ReadOnlySpan<byte> type)
    {
        string? found = null;
        var outside = new DerReader(name);
        if (!outside.TryEnter(DerTag.Sequence, out var parts))
        {
            return null;
        }

        while (!parts.IsEmpty)
        {
            if (!parts.TryEnter(DerTag.Set, out var part))
            {
                return null;
            }

            while (!part.IsEmpty)
            {
                if (!part.TryEnter(DerTag.Sequence, out var attribute) || !attribute.TryReadOid(out var oid) || !attribute.TryReadAny(out var tag, out var value, out _))
                {
                    return null;
                }

                if (oid.Span.SequenceEqual(type))
                {
                    if (found is not null || !TryDecode(tag, value.Span, out found))
                    {
                        return null;
                    }
                }
            }
        }

        return found;
    }

    private static bool TryDecode(byte tag, ReadOnlySpan<byte> value, out string? text)
    {
        text = null;
        if (tag != DerTag.Utf8String && (tag != DerTag.PrintableString || !Ascii.IsValid(value)))
        {
            return false;
        }

        try
        {
            text = StrictUtf8.GetString(value);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
