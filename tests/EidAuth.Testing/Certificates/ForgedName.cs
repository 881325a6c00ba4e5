namespace EidAuth.Testing.Certificates;

/// <summary>Names in DER, one attribute to an RDN as the Belgian certificates have them.</summary>
public static class ForgedName
{
    public const string Country = "2.5.4.6";
    public const string CommonName = "2.5.4.3";
    public const string Surname = "2.5.4.4";
    public const string SerialNumber = "2.5.4.5";
    public const string GivenName = "2.5.4.42";

    public static byte[] Of(params (string Type, string Value)[] attributes) =>
        OfEncoded([.. attributes.Select(attribute => (attribute.Type, attribute.Type is Country or SerialNumber ? Der.Printable(attribute.Value) : Der.Utf8(attribute.Value)))]);

    public static byte[] OfEncoded(params (string Type, byte[] Value)[] attributes) =>
        Der.Sequence([.. attributes.Select(attribute => Der.Set(Der.Sequence(Der.Oid(attribute.Type), attribute.Value)))]);
}
