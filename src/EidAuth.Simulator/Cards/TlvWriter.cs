using System.Text;

namespace EidAuth.Simulator.Cards;

/// <summary>The TLV of files 4031 and 4033: one-byte tags; a length byte FF means 255 more to come (card content 5.4 §6.1).</summary>
internal sealed class TlvWriter
{
    private readonly List<byte> bytes = [];

    public TlvWriter Text(byte tag, string value, int maximum)
    {
        var text = Encoding.UTF8.GetBytes(value);
        if (text.Length > maximum)
        {
            throw new ArgumentException($"Field {tag:X2} holds {maximum} bytes of UTF-8.", nameof(value));
        }

        return Bytes(tag, text);
    }

    /// <summary>Nothing at all for null.</summary>
    public TlvWriter OptionalText(byte tag, string? value, int maximum) => value is null ? this : Text(tag, value, maximum);

    public TlvWriter Bytes(byte tag, ReadOnlySpan<byte> value)
    {
        bytes.Add(tag);
        var length = value.Length;
        for (; length >= 0xFF; length -= 0xFF)
        {
            bytes.Add(0xFF);
        }

        bytes.Add((byte)length);
        bytes.AddRange(value);
        return this;
    }

    public byte[] ToArray() => [.. bytes];
}
