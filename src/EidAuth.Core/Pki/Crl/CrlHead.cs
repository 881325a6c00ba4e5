namespace EidAuth.Pki;

/// <summary>What stands before the entries of a list, and where its parts end, as offsets from its first byte.</summary>
internal sealed class CrlHead
{
    private CrlHead()
    {
    }

    /// <summary>End of the whole.</summary>
    public int OutsideEnd { get; private set; }

    /// <summary>Begin of tbsCertList, the signed part.</summary>
    public int SignedStart { get; private set; }

    /// <summary>Its end.</summary>
    public int SignedEnd { get; private set; }

    /// <summary>Begin of the entries; where there are none, the end of what was read.</summary>
    public int Length { get; private set; }

    /// <summary>End of the entries.</summary>
    public int EntriesEnd { get; private set; }

    /// <summary>There is no version field.</summary>
    public bool IsVersion1 { get; private set; }

    /// <summary>The inner AlgorithmIdentifier.</summary>
    public ReadOnlyMemory<byte> Algorithm { get; private set; }

    /// <summary>DER of the issuer's name.</summary>
    public ReadOnlyMemory<byte> Issuer { get; private set; }

    public DateTimeOffset ThisUpdate { get; private set; }

    public DateTimeOffset? NextUpdate { get; private set; }

    /// <summary>Reads it from the beginning of a list.</summary>
    /// <param name="window">The list's first bytes, as many as fit; all where there are fewer.</param>
    /// <param name="limits">What is read at all.</param>
    /// <param name="isWhole">Nothing comes after the window.</param>
    /// <param name="head">What was read, over bytes of its own.</param>
    public static CrlDefect? Read(ReadOnlyMemory<byte> window, CrlLimits limits, bool isWhole, out CrlHead? head)
    {
        head = null;
        var read = new CrlHead();
        if (HeaderDefect(window.Span, 0, out var offset, out var length) is { } defect)
        {
            return defect;
        }

        // The stated length is refused before anything of the contents is looked at.
        if (offset + length > limits.MaximumLength)
        {
            return CrlDefect.TooLarge;
        }

        read.OutsideEnd = offset + (int)length;
        read.SignedStart = offset;
        if (isWhole && window.Length < read.OutsideEnd)
        {
            return CrlDefect.Truncated;
        }

        if (HeaderDefect(window.Span, read.SignedStart, out offset, out length) is not null || offset + length > read.OutsideEnd)
        {
            return CrlDefect.Malformed;
        }

        read.SignedEnd = offset + (int)length;
        var end = Math.Min(Math.Min(read.SignedEnd, window.Length), CrlReader.WindowLength);
        if (!read.TryReadFields(window[..Math.Max(end, offset)].ToArray(), offset))
        {
            return CrlDefect.Malformed;
        }

        head = read;
        return null;
    }

    private bool TryReadFields(ReadOnlyMemory<byte> bytes, int start)
    {
        var fields = new DerReader(bytes[start..]);
        IsVersion1 = !fields.IsNext(DerTag.Integer);

        // "If present, MUST be v2."
        if ((!IsVersion1 && !(fields.TryReadSmall(DerTag.Integer, out var version) && version == 1))
            || !fields.TryRead(DerTag.Sequence, out _, out var algorithm)
            || !fields.TryRead(DerTag.Sequence, out _, out var issuer)
            || !fields.TryReadTime(out var thisUpdate))
        {
            return false;
        }

        (Algorithm, Issuer, ThisUpdate) = (algorithm.ToArray(), issuer.ToArray(), thisUpdate);
        if (fields.IsNext(DerTag.UtcTime) || fields.IsNext(DerTag.GeneralizedTime))
        {
            if (!fields.TryReadTime(out var nextUpdate))
            {
                return false;
            }

            NextUpdate = nextUpdate;
        }

        Length = EntriesEnd = bytes.Length - fields.Remaining;
        if (!fields.IsNext(DerTag.Sequence))
        {
            return true;
        }

        if (HeaderDefect(bytes.Span, Length, out var offset, out var length) is not null || offset + length > SignedEnd)
        {
            return false;
        }

        Length = offset;
        EntriesEnd = offset + (int)length;
        return true;
    }

    // Identifier and length of a SEQUENCE whose contents are perhaps not all here: up to four bytes of length, the shortest form (X.690 §10.1).
    private static CrlDefect? HeaderDefect(ReadOnlySpan<byte> bytes, int start, out int contents, out long length)
    {
        (contents, length) = (0, 0);
        bytes = bytes[start..];
        if (bytes.IsEmpty)
        {
            return CrlDefect.Truncated;
        }

        if (bytes[0] != DerTag.Sequence)
        {
            return CrlDefect.Malformed;
        }

        if (bytes.Length < 2)
        {
            return CrlDefect.Truncated;
        }

        var count = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7F;
        if (bytes[1] == 0x80 || count > 4)
        {
            return count > 4 ? CrlDefect.TooLarge : CrlDefect.Malformed;
        }

        if (bytes.Length < 2 + count)
        {
            return CrlDefect.Truncated;
        }

        length = count == 0 ? bytes[1] : 0;
        foreach (var part in bytes.Slice(2, count))
        {
            length = (length << 8) | part;
        }

        contents = start + 2 + count;
        return count > 0 && (length < 0x80 || length >> (8 * (count - 1)) == 0) ? CrlDefect.Malformed : null;
    }
}
