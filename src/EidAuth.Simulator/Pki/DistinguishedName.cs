using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>Subject names in the order the Belgian certificates have: each attribute an RDN of its own, in the order given.</summary>
internal static class DistinguishedName
{
    public const string Country = "2.5.4.6";
    public const string Locality = "2.5.4.7";
    public const string Organization = "2.5.4.10";
    public const string CommonName = "2.5.4.3";
    public const string Surname = "2.5.4.4";
    public const string GivenName = "2.5.4.42";
    public const string SerialNumber = "2.5.4.5";

    public static X500DistinguishedName Of(params ReadOnlySpan<(string Attribute, string Value)> attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var (attribute, value) in attributes)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(attribute);
                    // RFC 5280 appendix A: country and serialNumber are PrintableString, the rest may be UTF-8.
                    var text = attribute is Country or SerialNumber ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String;
                    writer.WriteCharacterString(text, value);
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}
