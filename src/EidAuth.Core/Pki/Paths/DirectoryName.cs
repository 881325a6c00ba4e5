using System.Text;

namespace EidAuth.Pki;

/// <summary>
/// A distinguished name for comparison with subtrees: part by part, text without regard to case, string type and repeated spaces (RFC 5280 §7.1, without the tables
/// of RFC 4518), everything else as bytes.
/// </summary>
internal sealed class DirectoryName
{
    private const byte TeletexString = 0x14;
    private const byte Ia5String = 0x16;
    private const byte UniversalString = 0x1C;
    private const byte BmpString = 0x1E;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UTF32Encoding StrictUtf32 = new(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);

    private readonly List<string> parts = [];

    /// <summary>Reads a Name, the whole SEQUENCE.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> encoded, out DirectoryName? name)
    {
        name = new DirectoryName();
        var outside = new DerReader(encoded);
        if (!outside.TryEnter(DerTag.Sequence, out var list) || !outside.IsEmpty)
        {
            return false;
        }

        while (!list.IsEmpty)
        {
            if (!list.TryEnter(DerTag.Set, out var part) || part.IsEmpty || !name.TryAdd(part))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds the mail addresses of a subject: constraints hold for them where there is no alternative name.</summary>
    public static bool TryReadMailAddresses(ReadOnlyMemory<byte> subject, List<GeneralName> names)
    {
        var outside = new DerReader(subject);
        if (!outside.TryEnter(DerTag.Sequence, out var list))
        {
            return false;
        }

        while (!list.IsEmpty)
        {
            if (!list.TryEnter(DerTag.Set, out var part))
            {
                return false;
            }

            while (!part.IsEmpty)
            {
                if (!part.TryEnter(DerTag.Sequence, out var attribute) || !attribute.TryReadOid(out var oid) || !attribute.TryReadAny(out _, out var value, out _))
                {
                    return false;
                }

                if (oid.Span.SequenceEqual(Oid.EmailAddress))
                {
                    names.Add(new GeneralName(GeneralName.Mail, value));
                }
            }
        }

        return true;
    }

    /// <summary>The other name's parts stand at the start of this one.</summary>
    public bool StartsWith(DirectoryName root) => root.parts.Count <= parts.Count && root.parts.SequenceEqual(parts.Take(root.parts.Count), StringComparer.Ordinal);

    private bool TryAdd(DerReader part)
    {
        var attributes = new List<string>();
        while (!part.IsEmpty)
        {
            if (!part.TryEnter(DerTag.Sequence, out var attribute)
                || !attribute.TryReadOid(out var oid)
                || !attribute.TryReadAny(out var tag, out var value, out var encoded)
                || !attribute.IsEmpty)
            {
                return false;
            }

            attributes.Add(Convert.ToHexString(oid.Span) + "=" + Normalize(tag, value, encoded));
        }

        attributes.Sort(StringComparer.Ordinal);
        parts.Add(string.Join('+', attributes));
        return true;
    }

    private static string Normalize(byte tag, ReadOnlyMemory<byte> value, ReadOnlyMemory<byte> encoded)
    {
        if (EncodingOf(tag) is not { } encoding)
        {
            return Convert.ToHexString(encoded.Span);
        }

        try
        {
            var words = encoding.GetString(value.Span).Split(' ', StringSplitOptions.RemoveEmptyEntries);

            // Hexadecimal, so that no text can look like a separator.
            return "t" + Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(' ', words).ToUpperInvariant()));
        }
        catch (DecoderFallbackException)
        {
            return Convert.ToHexString(encoded.Span);
        }
    }

    // All of DirectoryString and IA5String: a name in a rare type must not slip out of an excluded subtree.
    private static Encoding? EncodingOf(byte tag) => tag switch
    {
        DerTag.Utf8String or DerTag.PrintableString or Ia5String => StrictUtf8,
        TeletexString => Encoding.Latin1,
        BmpString => StrictUtf16,
        UniversalString => StrictUtf32,
        _ => null,
    };
}
