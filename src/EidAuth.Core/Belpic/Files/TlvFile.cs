using System.Text;

namespace EidAuth.Belpic;

/// <summary>
/// The fields of files 4031 and 4033 (card content 5.4 §6.1): a tag, a length whose bytes add up as long as they are FF, a value. Tag 00 in first place is the
/// structure version; later it begins the padding, and nothing but zeros may follow. A tag that comes twice makes the file ambiguous and is refused; the order of
/// the tags makes nothing ambiguous and is not looked at.
/// </summary>
internal sealed class TlvFile
{
    /// <summary>The longest file that is looked at, in bytes. All fields at their greatest length have about a thousand.</summary>
    public const int MaximumLength = 4096;

    private const byte VersionOrPadding = 0x00;

    // What is no UTF-8 is refused: a replacement character would show what nobody signed.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<byte, CardField> byTag = [];

    private TlvFile()
    {
    }

    /// <summary>In the file's order, the structure version included.</summary>
    public List<CardField> Fields { get; } = [];

    /// <summary>The last field is followed by zeros.</summary>
    public bool IsPadded { get; private set; }

    /// <summary>False when the file is no sequence of such fields.</summary>
    /// <param name="file">The file as stored; the fields are views of it.</param>
    /// <param name="parsed">The fields.</param>
    /// <param name="steps">Grows by one for every byte looked at.</param>
    public static bool TryParse(ReadOnlyMemory<byte> file, out TlvFile? parsed, ref int steps)
    {
        parsed = null;
        var fields = new TlvFile();
        if (file.Length > MaximumLength || !fields.TryRead(file, ref steps))
        {
            return false;
        }

        parsed = fields;
        return true;
    }

    /// <summary>The bytes of a field, or null when the file has none with that tag.</summary>
    public ReadOnlyMemory<byte>? Find(byte tag) => byTag.GetValueOrDefault(tag)?.Value;

    /// <summary>A field as text, exactly as stored; false when there is none or it is no UTF-8.</summary>
    public bool TryReadText(byte tag, out string text, ref int steps)
    {
        text = "";
        if (!byTag.TryGetValue(tag, out var field))
        {
            return false;
        }

        steps += field.Value.Length;
        try
        {
            text = StrictUtf8.GetString(field.Value.Span);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private bool TryRead(ReadOnlyMemory<byte> file, ref int steps)
    {
        var bytes = file.Span;
        for (var at = 0; at < bytes.Length;)
        {
            steps++;
            var tag = bytes[at];
            if (tag == VersionOrPadding && at > 0)
            {
                steps += bytes.Length - at;
                IsPadded = true;
                return !bytes[at..].ContainsAnyExcept(VersionOrPadding);
            }

            at++;
            if (!TryReadLength(bytes, ref at, out var length, ref steps) || length > bytes.Length - at)
            {
                return false;
            }

            var field = new CardField(tag, file.Slice(at, length));
            if (!byTag.TryAdd(tag, field))
            {
                return false;
            }

            Fields.Add(field);
            at += length;
        }

        return true;
    }

    // FF FF 05 is 515. Not base 128, as some clients read it: that differs from 128 on.
    private static bool TryReadLength(ReadOnlySpan<byte> bytes, ref int at, out int length, ref int steps)
    {
        length = 0;
        while (at < bytes.Length)
        {
            steps++;
            var part = bytes[at++];
            length += part;
            if (part != 0xFF)
            {
                return true;
            }
        }

        return false;
    }
}
