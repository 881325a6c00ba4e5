using System.Formats.Asn1;
using System.Globalization;
using System.Text;

namespace EidAuth.Testing.Certificates;

/// <summary>Writes DER from its parts, right or wrong as the test wants it: nothing is checked.</summary>
public static class Der
{
    public static byte[] Null => [0x05, 0x00];

    /// <summary>Any element: tag, shortest length, contents.</summary>
    public static byte[] Element(byte tag, params byte[][] parts)
    {
        var total = parts.Sum(part => part.Length);
        byte[] length = total switch
        {
            < 0x80 => [(byte)total],
            < 0x100 => [0x81, (byte)total],
            < 0x10000 => [0x82, (byte)(total >> 8), (byte)total],
            < 0x1000000 => [0x83, (byte)(total >> 16), (byte)(total >> 8), (byte)total],
            _ => [0x84, (byte)(total >> 24), (byte)(total >> 16), (byte)(total >> 8), (byte)total],
        };
        var element = new byte[1 + length.Length + total];
        element[0] = tag;
        length.CopyTo(element, 1);
        var place = 1 + length.Length;
        foreach (var part in parts)
        {
            part.CopyTo(element, place);
            place += part.Length;
        }

        return element;
    }

    public static byte[] Sequence(params byte[][] parts) => Element(0x30, parts);

    public static byte[] Set(params byte[][] parts) => Element(0x31, parts);

    public static byte[] OctetString(params byte[][] parts) => Element(0x04, parts);

    public static byte[] BitString(byte[] bits, byte unused = 0) => Element(0x03, [unused], bits);

    public static byte[] Explicit(int number, params byte[][] parts) => Element((byte)(0xA0 + number), parts);

    public static byte[] Implicit(int number, params byte[][] parts) => Element((byte)(0x80 + number), parts);

    public static byte[] Number(params byte[] bytes) => Element(0x02, bytes);

    public static byte[] Enumerated(byte value) => Element(0x0A, [value]);

    public static byte[] True => [0x01, 0x01, 0xFF];

    public static byte[] Utf8(string text) => Element(0x0C, Encoding.UTF8.GetBytes(text));

    public static byte[] Printable(string text) => Element(0x13, Encoding.ASCII.GetBytes(text));

    public static byte[] UtcTime(DateTimeOffset time) => Element(0x17, Ascii(time.UtcDateTime.ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture)));

    public static byte[] GeneralizedTime(DateTimeOffset time) =>
        Element(0x18, Ascii(time.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)));

    /// <summary>A time as RFC 5280 §4.1.2.5 wants it in certificates.</summary>
    public static byte[] Time(DateTimeOffset time) => time.Year < 2050 ? UtcTime(time) : GeneralizedTime(time);

    public static byte[] Oid(string dotted)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(dotted);
        return writer.Encode();
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
