using System.Text;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>What the PKCS#15 files of DF00 have in common: DER elements one behind the other, then zeros (card content 5.4 §5).</summary>
internal static class Pkcs15File
{
    /// <summary>The longest file that is looked at, in bytes; real ones have two hundred.</summary>
    public const int MaximumLength = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a copy that nobody can change.</summary>
    public static bool TryCopy(ReadOnlyMemory<byte> file, out ReadOnlyMemory<byte> raw, ref int steps)
    {
        if (file.Length > MaximumLength)
        {
            raw = default;
            return false;
        }

        raw = file.ToArray();
        steps += raw.Length;
        return true;
    }

    /// <summary>The elements, each with its head. A zero where one could begin begins the padding: cards whose entries were shortened end in zeros.</summary>
    public static bool TryReadEntries(ReadOnlyMemory<byte> file, out IReadOnlyList<ReadOnlyMemory<byte>> entries, ref int steps)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        entries = found;
        while (!file.IsEmpty)
        {
            steps++;
            if (file.Span[0] == 0)
            {
                steps += file.Length;
                return !file.Span.ContainsAnyExcept((byte)0);
            }

            var reader = new DerReader(file);
            if (!reader.TryReadAny(out _, out _, out var encoded))
            {
                return false;
            }

            found.Add(encoded);
            file = file[encoded.Length..];
        }

        return true;
    }

    /// <summary>The entries as objects of a kind; false when one of them is none.</summary>
    public static bool TryReadObjects<T>(ReadOnlyMemory<byte> file, Func<Pkcs15Object, T?> read, out IReadOnlyList<T>? objects, ref int steps)
        where T : class
    {
        objects = null;
        if (!TryReadEntries(file, out var entries, ref steps))
        {
            return false;
        }

        var found = new List<T>();
        foreach (var entry in entries)
        {
            steps++;
            if (!Pkcs15Object.TryRead(entry, out var common, ref steps) || read(common!) is not { } one)
            {
                return false;
            }

            found.Add(one);
        }

        objects = found.AsReadOnly();
        return true;
    }

    /// <summary>UTF-8, or false.</summary>
    public static bool TryReadText(ReadOnlyMemory<byte> bytes, out string? text, ref int steps)
    {
        steps += bytes.Length;
        try
        {
            text = StrictUtf8.GetString(bytes.Span);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Path ::= SEQUENCE { path OCTET STRING, … }: two bytes for each directory or file.</summary>
    public static bool TryReadPath(ref DerReader reader, out ReadOnlyMemory<byte> path)
    {
        path = default;
        return reader.TryEnter(DerTag.Sequence, out var inside) && inside.TryRead(DerTag.OctetString, out path) && path.Length > 0 && path.Length % 2 == 0;
    }

    /// <summary>Bit <paramref name="number"/> of a BIT STRING, counted from its beginning.</summary>
    public static bool IsSet(ReadOnlyMemory<byte> bits, int number) =>
        number / 8 < bits.Length && (bits.Span[number / 8] & (0x80 >> (number % 8))) != 0;
}
