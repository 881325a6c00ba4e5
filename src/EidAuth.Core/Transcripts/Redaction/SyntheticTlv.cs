using System.Security.Cryptography;

namespace EidAuth.Transcripts.Redaction;

/// <summary>Files 4031 and 4033: tags and lengths stay, every value is replaced by one of the same length (card content 5.4 §6.1, §6.3).</summary>
internal static class SyntheticTlv
{
    /// <summary>Rewrites an identity, or some fields of one. The hashes are those of the synthetic photo and key, where those were read.</summary>
    public static void Identity(Span<byte> fields, byte[] chipNumber, byte[]? photo, byte[]? basicKey)
    {
        while (TryTake(ref fields, out var tag, out var value))
        {
            Identity(tag, value, chipNumber, photo, basicKey);
        }
    }

    /// <summary>Rewrites an address.</summary>
    public static void Address(Span<byte> fields)
    {
        while (TryTake(ref fields, out var tag, out var value))
        {
            switch (tag)
            {
                case 0x00 when value.Length == 2:
                    break;
                case 0x01 or 0x03:
                    Synthetic.Text(value);
                    break;
                case 0x02:
                    Synthetic.Fixed(value, "1000"u8);
                    break;
                default:
                    value.Clear();
                    break;
            }
        }
    }

    private static void Identity(byte tag, Span<byte> value, byte[] chipNumber, byte[]? photo, byte[]? basicKey)
    {
        switch (tag)
        {
            // The structure's version; the document's type; nothing of the holder.
            case 0x00 when value.Length == 2:
            case 0x0F when value.Length <= 2 && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9'):
                break;
            case 0x01: Synthetic.Fixed(value, Synthetic.CardNumber); break;
            case 0x02 when value.Length == chipNumber.Length: chipNumber.CopyTo(value); break;
            case 0x03: Synthetic.Fixed(value, "01.01.2020"u8); break;
            case 0x04: Synthetic.Fixed(value, "01.01.2030"u8); break;
            case 0x1F: Synthetic.Fixed(value, "01.01.2024"u8); break;
            case 0x05 or 0x07 or 0x08 or 0x09 or 0x0A or 0x0B or 0x0E: Synthetic.Text(value); break;
            case 0x06: Synthetic.Fixed(value, Synthetic.NationalNumber); break;
            case 0x0C: Synthetic.BirthDate(value); break;
            case 0x0D: value.Fill((byte)'M'); break;
            case 0x10: value.Fill((byte)'0'); break;
            case 0x11: Hash(value, photo); break;
            case 0x12: Synthetic.Fixed(value, "01"u8); break;
            case 0x13: Synthetic.Fixed(value, "1"u8); break;
            case 0x15: Synthetic.Fixed(value, "01.01.2020-XX"u8); break;
            case 0x16: Synthetic.Fixed(value, "7"u8); break;
            case 0x17 or 0x18: Synthetic.Fixed(value, "0000.000.000"u8); break;
            case 0x19: value.Fill((byte)'0'); break;
            case 0x1A: Hash(value, basicKey); break;
            case 0x1B: Synthetic.Fixed(value, "B"u8); break;
            case 0x1C: Synthetic.Fixed(value, "C"u8); break;
            case 0x1D: Synthetic.Fixed(value, "A"u8); break;
            case 0x1E: Synthetic.Fixed(value, "K"u8); break;
            default: value.Clear(); break;
        }
    }

    private static void Hash(Span<byte> value, byte[]? file)
    {
        switch (file is null ? 0 : value.Length)
        {
#pragma warning disable RS0030, CA5350 // SHA-1 identifies: the card's own choice for its photo up to 1.1.
            case SHA1.HashSizeInBytes: SHA1.HashData(file!, value); break;
#pragma warning restore RS0030, CA5350
            case SHA256.HashSizeInBytes: SHA256.HashData(file!, value); break;
            case SHA384.HashSizeInBytes: SHA384.HashData(file!, value); break;
            default: value.Clear(); break;
        }
    }

    // Length: bytes FF are added up (card content 5.4 §6.1). What does not parse is cleared, padding of zeros included.
    private static bool TryTake(ref Span<byte> fields, out byte tag, out Span<byte> value)
    {
        tag = 0;
        value = default;
        var (at, length) = (1, 0);
        while (at < fields.Length && fields[at] == 0xFF)
        {
            length += fields[at++];
        }

        if (at >= fields.Length || length + fields[at] > fields.Length - at - 1 || !fields.ContainsAnyExcept((byte)0))
        {
            fields.Clear();
            return false;
        }

        length += fields[at++];
        tag = fields[0];
        value = fields.Slice(at, length);
        fields = fields[(at + length)..];
        return true;
    }
}
