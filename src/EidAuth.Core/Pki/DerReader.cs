using System.Globalization;

namespace EidAuth.Pki;

/// <summary>
/// Reads DER (X.690 §10) element by element: definite and shortest lengths, tag numbers below 31, no recursion. It says no instead of throwing, and its results
/// are slices of the input, so what is checked, signed and used are the same bytes.
/// </summary>
internal struct DerReader(ReadOnlyMemory<byte> input)
{
    private ReadOnlyMemory<byte> rest = input;

    /// <summary>All was read.</summary>
    public readonly bool IsEmpty => rest.IsEmpty;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => rest.Length;

    /// <summary>The next element has this tag.</summary>
    public readonly bool IsNext(byte tag) => !rest.IsEmpty && rest.Span[0] == tag;

    /// <summary>Reads one element with any tag.</summary>
    public bool TryReadAny(out byte tag, out ReadOnlyMemory<byte> contents, out ReadOnlyMemory<byte> encoded)
    {
        (tag, contents, encoded) = (0, default, default);
        if (DerSteps.AreCounted)
        {
            DerSteps.Add(1);
        }

        var bytes = rest.Span;
        if (bytes.Length < 2 || (bytes[0] & 0x1F) == 0x1F)
        {
            return false;
        }

        int length = bytes[1];
        var header = 2;
        if (length >= 0x80)
        {
            // 81, 82 and 83 are lengths of one, two and three bytes; 80 would be BER's indefinite form.
            var count = length & 0x7F;
            if (count is 0 or > 3 || bytes.Length < 2 + count)
            {
                return false;
            }

            length = 0;
            foreach (var part in bytes.Slice(2, count))
            {
                length = (length << 8) | part;
            }

            if (length < 0x80 || length >> (8 * (count - 1)) == 0)
            {
                return false;
            }

            header += count;
        }

        if (length > bytes.Length - header)
        {
            return false;
        }

        tag = bytes[0];
        encoded = rest[..(header + length)];
        contents = encoded[header..];
        rest = rest[encoded.Length..];
        return true;
    }

    /// <summary>Reads one element with this tag.</summary>
    public bool TryRead(byte tag, out ReadOnlyMemory<byte> contents, out ReadOnlyMemory<byte> encoded)
    {
        (contents, encoded) = (default, default);
        return IsNext(tag) && TryReadAny(out _, out contents, out encoded);
    }

    /// <summary>Reads the contents of one element with this tag.</summary>
    public bool TryRead(byte tag, out ReadOnlyMemory<byte> contents) => TryRead(tag, out contents, out _);

    /// <summary>Reads one constructed element and gives a reader of its inside.</summary>
    public bool TryEnter(byte tag, out DerReader inside)
    {
        var read = TryRead(tag, out var contents, out _);
        inside = new DerReader(contents);
        return read;
    }

    /// <summary>Reads an OBJECT IDENTIFIER as its contents (X.690 §8.19): compared as bytes, never as text.</summary>
    public bool TryReadOid(out ReadOnlyMemory<byte> oid)
    {
        if (!TryRead(DerTag.ObjectIdentifier, out oid, out _) || oid.Length is 0 or > 64 || (oid.Span[^1] & 0x80) != 0)
        {
            return false;
        }

        if (DerSteps.AreCounted)
        {
            DerSteps.Add(oid.Length);
        }

        var startsNumber = true;
        foreach (var part in oid.Span)
        {
            if (startsNumber && part == 0x80)
            {
                return false;
            }

            startsNumber = (part & 0x80) == 0;
        }

        return true;
    }

    /// <summary>Reads an INTEGER as its shortest two's complement bytes.</summary>
    public bool TryReadInteger(out ReadOnlyMemory<byte> value) =>
        TryRead(DerTag.Integer, out value, out _) && IsShortestInteger(value.Span);

    /// <summary>Reads an INTEGER or ENUMERATED of one byte, 0 to 127.</summary>
    public bool TryReadSmall(byte tag, out int value)
    {
        var read = TryRead(tag, out var contents, out _) && contents.Length == 1 && contents.Span[0] < 0x80;
        value = read ? contents.Span[0] : 0;
        return read;
    }

    /// <summary>Reads a BIT STRING; the unused bits of the last byte must be zero (X.690 §11.2.1).</summary>
    public bool TryReadBits(out ReadOnlyMemory<byte> bits, out int unused)
    {
        (bits, unused) = (default, 0);
        if (!TryRead(DerTag.BitString, out var contents, out _) || contents.Length == 0)
        {
            return false;
        }

        unused = contents.Span[0];
        bits = contents[1..];
        return unused <= 7 && (unused == 0 || (bits.Length > 0 && (bits.Span[^1] & ((1 << unused) - 1)) == 0));
    }

    /// <summary>Reads a BOOLEAN DEFAULT FALSE: DER leaves FALSE out, and TRUE is FF.</summary>
    public bool TryReadOptionalTrue(out bool value)
    {
        value = false;
        if (!IsNext(DerTag.Boolean))
        {
            return true;
        }

        value = TryRead(DerTag.Boolean, out var contents, out _) && contents.Length == 1 && contents.Span[0] == 0xFF;
        return value;
    }

    /// <summary>Reads a time of a certificate (RFC 5280 §4.1.2.5): UTCTime until 2049, GeneralizedTime from 2050, both to the second and in Z.</summary>
    public bool TryReadTime(out DateTimeOffset time)
    {
        time = default;
        return IsNext(DerTag.UtcTime)
            ? TryRead(DerTag.UtcTime, out var contents, out _) && contents.Length == 13 && TryParseTime(contents.Span, out time)
            : TryReadGeneralizedTime(out time) && time.Year >= 2050;
    }

    /// <summary>Reads a GeneralizedTime without fractions (RFC 6960 §4.2.2.1 by way of RFC 5280 §4.1.2.5.2).</summary>
    public bool TryReadGeneralizedTime(out DateTimeOffset time)
    {
        time = default;
        return TryRead(DerTag.GeneralizedTime, out var contents, out _) && contents.Length == 15 && TryParseTime(contents.Span, out time);
    }

    /// <summary>No byte of it could be left out (X.690 §8.3.2).</summary>
    public static bool IsShortestInteger(ReadOnlySpan<byte> value) =>
        value.Length == 1 || (value.Length > 1 && !(value[0] == 0 && value[1] < 0x80) && !(value[0] == 0xFF && value[1] >= 0x80));

    // [YY]YYMMDDHHMMSSZ
    private static bool TryParseTime(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text[^1] != 'Z' || text[..^1].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        var digits = text[..^1];
        int year;
        if (digits.Length == 14)
        {
            year = (Two(digits) * 100) + Two(digits[2..]);
            digits = digits[4..];
        }
        else
        {
            year = Two(digits) + (Two(digits) >= 50 ? 1900 : 2000);
            digits = digits[2..];
        }

        var (month, day, hour, minute, second) = (Two(digits), Two(digits[2..]), Two(digits[4..]), Two(digits[6..]), Two(digits[8..]));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
