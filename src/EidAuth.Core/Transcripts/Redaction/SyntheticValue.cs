using EidAuth.Pki;

namespace EidAuth.Transcripts.Redaction;

/// <summary>One primitive DER value.</summary>
internal static class SyntheticValue
{
    private const byte Utf8String = 0x0C, PrintableString = 0x13, TeletexString = 0x14, Ia5String = 0x16, BmpString = 0x1E;
    private const byte Enumerated = 0x0A, Null = 0x05;

    // TokenInfo's version bytes (PKCS#15 file 5032).
    private const byte TokenVersion = 0x9E;

    // X.520: country, serial number.
    private static ReadOnlySpan<byte> CountryName => [0x55, 0x04, 0x06];

    private static ReadOnlySpan<byte> SerialNumber => [0x55, 0x04, 0x05];

    /// <summary>Rewrites it in place.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="value">Its contents.</param>
    /// <param name="name">The object identifier that stands before it, when one does.</param>
    /// <param name="chipNumber">Stands for every value of its length.</param>
    /// <param name="times">How many times this element's siblings held.</param>
    public static void Rewrite(byte tag, Span<byte> value, ReadOnlySpan<byte> name, byte[] chipNumber, ref int times)
    {
        switch (tag)
        {
            // Too short for anything but a flag, a version, a count; key usages.
            case DerTag.Boolean or Enumerated when value.Length == 1:
            case DerTag.Integer when value.Length <= 2 || value.SequenceEqual((ReadOnlySpan<byte>)[0x01, 0x00, 0x01]):
            case DerTag.BitString when value.Length <= 3:
            case DerTag.ObjectIdentifier when KnownValues.IsKnownIdentifier(value):
            case TokenVersion when value.Length == 4:
            case Null when value.IsEmpty:
                break;
            case DerTag.Integer:
                Synthetic.Integer(value);
                break;
            case DerTag.BitString:
                // Unused bits, then bits.
                value.Clear();
                break;
            case DerTag.OctetString when value.Length == chipNumber.Length:
                chipNumber.CopyTo(value);
                break;
            case DerTag.UtcTime:
                Time(value, times++ == 0 ? "200101000000Z"u8 : "300101000000Z"u8);
                break;
            case DerTag.GeneralizedTime:
                Time(value, "20500101000000Z"u8);
                break;
            case Utf8String or PrintableString or TeletexString or Ia5String or BmpString:
                Name(value, name, tag);
                break;
            default:
                // Addresses, key identifiers and whatever else is tagged by its context.
                value.Fill((tag & 0xC0) == 0x80 ? (byte)'x' : (byte)0);
                break;
        }
    }

    private static void Name(Span<byte> value, ReadOnlySpan<byte> name, byte tag)
    {
        if (name.SequenceEqual(CountryName) && value.Length == 2)
        {
            "BE"u8.CopyTo(value);
        }
        else if (name.SequenceEqual(SerialNumber) && value.Length == Synthetic.NationalNumber.Length)
        {
            Synthetic.NationalNumber.CopyTo(value);
        }
        else
        {
            value.Fill((byte)'X');
            for (var at = 0; tag == BmpString && at < value.Length; at += 2)
            {
                value[at] = 0;
            }
        }
    }

    private static void Time(Span<byte> value, ReadOnlySpan<byte> time)
    {
        if (value.Length == time.Length)
        {
            time.CopyTo(value);
        }
        else
        {
            value.Clear();
        }
    }
}
