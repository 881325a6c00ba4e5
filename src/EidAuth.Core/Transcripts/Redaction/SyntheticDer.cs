using EidAuth.Pki;

namespace EidAuth.Transcripts.Redaction;

/// <summary>
/// Certificates and PKCS#15 files: tags, lengths, algorithms, key usages and the values that are the same on every card stay; each other value is replaced by one
/// of the same length. What is no DER is cleared.
/// </summary>
internal static class SyntheticDer
{
    private const int DeepestNesting = 16;

    /// <summary>Rewrites elements, and zeros behind them, in place.</summary>
    public static void Rewrite(Memory<byte> file, byte[] chipNumber) => Rewrite(file, chipNumber, default, 0);

    private static void Rewrite(Memory<byte> elements, byte[] chipNumber, ReadOnlyMemory<byte> name, int depth)
    {
        var times = 0;
        for (var at = 0; at < elements.Length;)
        {
            var reader = new DerReader(elements[at..]);
            if (depth == DeepestNesting || !elements.Span[at..].ContainsAnyExcept((byte)0) || !reader.TryReadAny(out var tag, out var contents, out var encoded))
            {
                elements.Span[at..].Clear();
                return;
            }

            var value = elements.Slice(at + encoded.Length - contents.Length, contents.Length);
            at += encoded.Length;
            if ((tag & 0x20) != 0)
            {
                // A key is a SEQUENCE of algorithm and bits (RFC 5280 §4.1.2.7).
                if (!SyntheticKey.TryRewrite(value))
                {
                    Rewrite(value, chipNumber, default, depth + 1);
                }
            }
            else if (tag == DerTag.OctetString && IsDer(value))
            {
                Rewrite(value, chipNumber, default, depth + 1);
            }
            else if (!KnownValues.Contains(value.Span))
            {
                SyntheticValue.Rewrite(tag, value.Span, name.Span, chipNumber, ref times);
            }

            name = tag == DerTag.ObjectIdentifier ? contents : default(ReadOnlyMemory<byte>);
        }
    }

    // An extension's value is DER in an OCTET STRING; a key identifier is not, though it may look like it.
    private static bool IsDer(ReadOnlyMemory<byte> value)
    {
        var reader = new DerReader(value);
        return !value.IsEmpty && value.Span[0] is 0x30 or 0x03 or 0x04 && reader.TryReadAny(out _, out _, out _) && reader.IsEmpty;
    }
}
