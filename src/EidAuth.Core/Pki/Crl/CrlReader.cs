using System.Buffers;
using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// Reads a revocation list in one pass, forward only: head, entries, tail. It holds a window of 64 KiB and the growing table, whatever the list says of itself,
/// and hashes the signed part as it goes. Bytes never make it throw; a stream that fails does.
/// </summary>
internal sealed class CrlReader : IDisposable
{
    /// <summary>The window over a stream; head and tail must fit in, which real ones do a hundred times.</summary>
    public const int WindowLength = 64 * 1024;

    /// <summary>The largest entry; real ones have 35 to 50 bytes.</summary>
    public const int MaximumEntryLength = 4 * 1024;

    private readonly CrlLimits limits;
    private readonly RevokedSerials entries = new();
    private IncrementalHash? hash;
    private CrlHead? head;
    private CertificateList? list;
    private int position;
    private long steps;
    private bool hasUnknownCritical;

    private CrlReader(CrlLimits limits) => this.limits = limits;

    /// <summary>Reads exactly one list.</summary>
    public static CrlReading Read(ReadOnlyMemory<byte> der, CrlLimits limits)
    {
        using var reader = new CrlReader(limits);
        return reader.Conclude(reader.Take(der, isLast: true, out _));
    }

    /// <summary>Reads exactly one list up to the end of the stream, and no further than the first thing wrong.</summary>
    /// <param name="stream">DER; its own exceptions pass through.</param>
    /// <param name="limits">What is read at all.</param>
    /// <param name="copy">Gets the bytes as they are read, or null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<CrlReading> ReadAsync(Stream stream, CrlLimits limits, CrlPart? copy, CancellationToken cancellation)
    {
        using var reader = new CrlReader(limits);
        var window = ArrayPool<byte>.Shared.Rent(WindowLength);
        try
        {
            var (filled, isLast) = (0, false);
            while (!isLast)
            {
                var more = await stream.ReadAtLeastAsync(window.AsMemory(filled, WindowLength - filled), WindowLength - filled, throwOnEndOfStream: false, cancellation);
                isLast = more < WindowLength - filled;
                if (copy is not null)
                {
                    await copy.WriteAsync(window.AsMemory(filled, more), cancellation);
                }

                filled += more;
                if (reader.Take(window.AsMemory(0, filled), isLast, out var taken) is { } defect)
                {
                    return reader.Conclude(defect);
                }

                window.AsSpan(taken, filled - taken).CopyTo(window);
                filled -= taken;
            }

            return reader.Conclude(null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(window);
        }
    }

    public void Dispose() => hash?.Dispose();

    // Takes as much of the window as can be taken; what is left belongs to the next one.
    private CrlDefect? Take(ReadOnlyMemory<byte> window, bool isLast, out int taken)
    {
        taken = 0;
        steps++;
        if (head is null)
        {
            if (CrlHead.Read(window, limits, isLast, out head) is { } defect)
            {
                return defect;
            }

            hash = CrlAlgorithm.TryFind(head!.Algorithm.Span, out var algorithm) ? IncrementalHash.CreateHash(algorithm.Hash) : null;
            Advance(window, head.Length, ref taken);
        }

        // Both are known at once from the stated length, before anything else is done with these bytes.
        var end = position + window.Length - taken;
        return end > head.OutsideEnd ? CrlDefect.TrailingBytes
            : isLast && end < head.OutsideEnd ? CrlDefect.Truncated
            : list is not null ? null
            : TakeEntries(window, isLast, ref taken) is { } entryDefect ? entryDefect
            : position == head.EntriesEnd ? TakeTail(window, isLast, ref taken)
            : null;
    }

    private CrlDefect? TakeEntries(ReadOnlyMemory<byte> window, bool isLast, ref int taken)
    {
        var rest = window[taken..];
        var inside = Math.Min(rest.Length, head!.EntriesEnd - position);
        var reader = new DerReader(rest[..inside]);
        var length = 0;
        while (reader.TryRead(DerTag.Sequence, out var contents, out var encoded))
        {
            if (encoded.Length > MaximumEntryLength)
            {
                return CrlDefect.TooLarge;
            }

            if (!CrlEntry.TryRead(new DerReader(contents), !head.IsVersion1, out var entry))
            {
                return CrlDefect.Malformed;
            }

            if (entries.Count == limits.MaximumEntries)
            {
                return CrlDefect.TooManyEntries;
            }

            entries.Add(entry.SerialNumber, entry.Reason);
            hasUnknownCritical |= entry.HasUnknownCritical;
            length += encoded.Length;

            // Each byte is looked at once, those of extensions up to seven times more: they are compared with each other.
            steps += encoded.Length * (entry.HasExtensions ? 8 : 1);
        }

        // What is left is the beginning of an entry, if the window ends within it.
        var isWholeRest = position + inside == head.EntriesEnd || isLast;
        if (length < inside && (isWholeRest || inside - length > MaximumEntryLength))
        {
            return isWholeRest ? CrlDefect.Malformed : CrlDefect.TooLarge;
        }

        Advance(window, length, ref taken);
        return null;
    }

    private CrlDefect? TakeTail(ReadOnlyMemory<byte> window, bool isLast, ref int taken)
    {
        var length = head!.OutsideEnd - position;
        if (length > WindowLength)
        {
            return CrlDefect.TooLarge;
        }

        if (length > window.Length - taken)
        {
            return isLast ? CrlDefect.Truncated : null;
        }

        // Its parts are kept, the window is not.
        ReadOnlyMemory<byte> tail = window.Slice(taken, length).ToArray();
        var signedLength = head.SignedEnd - position;
        Advance(window, signedLength, ref taken);
        Advance(window, length - signedLength, ref taken);
        if (!TryReadExtensions(tail[..signedLength], out var extensions) || !TryReadSignature(tail[signedLength..], out var signature))
        {
            return CrlDefect.Malformed;
        }

        steps += entries.Freeze();
        list = new CertificateList
        {
            Length = head.OutsideEnd,
            IsVersion1 = head.IsVersion1,
            SignatureAlgorithm = head.Algorithm,
            SignedHash = hash?.GetHashAndReset() ?? [],
            Signature = signature,
            Issuer = head.Issuer,
            ThisUpdate = head.ThisUpdate,
            NextUpdate = head.NextUpdate,
            Extensions = extensions,
            Entries = entries,
            HasUnknownCritical = hasUnknownCritical || extensions.HasUnknownCritical,
        };
        return null;
    }

    // [0] EXPLICIT, the end of the signed part; in version 2 only.
    private bool TryReadExtensions(ReadOnlyMemory<byte> rest, out CrlExtensions extensions)
    {
        extensions = CrlExtensions.None;
        if (rest.IsEmpty)
        {
            return true;
        }

        var reader = new DerReader(rest);
        return !head!.IsVersion1
            && reader.TryEnter(DerTag.Explicit0, out var outside)
            && reader.IsEmpty
            && outside.TryRead(DerTag.Sequence, out var sequence)
            && outside.IsEmpty
            && CrlExtensions.TryRead(sequence, out extensions);
    }

    private bool TryReadSignature(ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> signature)
    {
        var reader = new DerReader(rest);
        signature = default;
        return reader.TryRead(DerTag.Sequence, out _, out var algorithm)
            && algorithm.Span.SequenceEqual(head!.Algorithm.Span)
            && reader.TryReadBits(out signature, out var unused)
            && unused == 0
            && reader.IsEmpty;
    }

    private void Advance(ReadOnlyMemory<byte> window, int length, ref int taken)
    {
        // The signed part ends where a step ends, and begins in the head.
        var from = position == 0 ? head!.SignedStart : 0;
        if (position < head!.SignedEnd)
        {
            hash?.AppendData(window.Span[(taken + from)..(taken + length)]);
        }

        position += length;
        taken += length;
        steps += length;
    }

    private CrlReading Conclude(CrlDefect? defect) => defect is null && list is not null ? new(list, null, steps) : new(null, defect ?? CrlDefect.Truncated, steps);
}
