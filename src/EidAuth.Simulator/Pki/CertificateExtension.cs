using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>The extensions of Belgian certificates for which .NET has no writer.</summary>
internal static class CertificateExtension
{
    /// <summary>certificatePolicies with a CPS address each (RFC 5280 §4.2.1.4).</summary>
    public static X509Extension Policies(string practiceStatement, params ReadOnlySpan<string> policies)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var policy in policies)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(policy);
                    using (writer.PushSequence())
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("1.3.6.1.5.5.7.2.1");
                        writer.WriteCharacterString(UniversalTagNumber.IA5String, practiceStatement);
                    }
                }
            }
        }

        return new X509Extension("2.5.29.32", writer.Encode(), critical: false);
    }

    /// <summary>qcStatements of a qualified signature certificate: compliance, SSCD, disclosure statement, type esign (EN 319 412-5 §4).</summary>
    public static X509Extension QualifiedStatements(string disclosure)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteStatement(writer, "0.4.0.1862.1.1");
            WriteStatement(writer, "0.4.0.1862.1.4");
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("0.4.0.1862.1.5");
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, disclosure);
                    writer.WriteCharacterString(UniversalTagNumber.PrintableString, "en");
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("0.4.0.1862.1.6");
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("0.4.0.1862.1.6.1");
                }
            }
        }

        return new X509Extension("1.3.6.1.5.5.7.1.3", writer.Encode(), critical: false);
    }

    /// <summary>id-pkix-ocsp-nocheck: nobody need ask whether this responder is revoked (RFC 6960 §4.2.2.2.1).</summary>
    public static X509Extension NoCheck() => new("1.3.6.1.5.5.7.48.1.5", [0x05, 0x00], critical: false);

    /// <summary>Netscape certificate type sslCA, smimeCA, objCA, as roots 1 to 4 still carry it.</summary>
    public static X509Extension NetscapeCa() => new("2.16.840.1.113730.1.1", [0x03, 0x02, 0x00, 0x07], critical: false);

    private static void WriteStatement(AsnWriter writer, string statement)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(statement);
        }
    }
}
