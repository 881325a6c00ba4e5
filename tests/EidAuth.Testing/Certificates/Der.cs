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
        var contents = parts.SelectMany(part => part).ToArray();
        byte[] length = contents.Length switch
        {
            < 0x80 => [(byte)contents.Length],
            < 0x100 => [0x81, (byte)contents.Length],
            < 0x10000 => [0x82, (byte)(contents.Length >> 8), (byte)contents.Length],
            _ => [0x83, (byte)(contents.Length >> 16), (byte)(contents.Length >> 8), (byte)contents.Length],
        };
        return [tag, .. length, .. contents];
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
