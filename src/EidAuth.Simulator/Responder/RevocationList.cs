using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>
/// Writes CertificateList version 2 (RFC 5280 §5.1) as the Belgian CAs do: authority key identifier and cRLNumber. .NET's builder writes none of the defects
/// that are wanted here, so the good lists are written by the same code as the bad ones.
/// </summary>
/// <param name="authority">Its name.</param>
/// <param name="key">Its key, or the one that signs in its name.</param>
/// <param name="variant">What is wrong.</param>
internal sealed class RevocationList(X509Certificate2 authority, X509SignatureGenerator key, AnswerVariant variant)
{
    private const string AuthorityKeyIdentifierOid = "2.5.29.35";
    private const string NumberOid = "2.5.29.20";
    private const string DeltaIndicatorOid = "2.5.29.27";
    private const string ReasonOid = "2.5.29.21";
    private const string UnknownOid = "1.2.3.4.5";
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0);

    // The signatures of .NET's own generator end at SHA-256.
    private static readonly byte[] RsaSha1 = [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];
    private static readonly byte[] EcdsaSha1 = [0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01];

    /// <summary>DER of the list.</summary>
    /// <param name="entries">Big-endian serial numbers and what became of the certificates.</param>
    /// <param name="thisUpdate">When it was made.</param>
    /// <param name="nextUpdate">When the next will be.</param>
    /// <param name="number">cRLNumber.</param>
    public byte[] Encode(
        IEnumerable<(byte[] SerialNumber, CertificateStatus.Revoked Status)> entries, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, BigInteger number)
    {
        var rsa = key.PublicKey.Oid.Value == "1.2.840.113549.1.1.1";
        var hash = variant.UsesSha1 ? HashAlgorithmName.SHA1 : rsa ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
        var algorithm = !variant.UsesSha1 ? key.GetSignatureAlgorithmIdentifier(hash) : rsa ? RsaSha1 : EcdsaSha1;
        var signed = Signed(algorithm, entries, thisUpdate, nextUpdate, number);
        var signature = key.SignData(signed, hash);
        signature[^1] ^= variant.BreaksSignature ? (byte)1 : (byte)0;

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signed);
            writer.WriteEncodedValue(algorithm);
            writer.WriteBitString(signature);
        }

        return writer.Encode();
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        // RFC 5280 §5.1.2.4: UTCTime through the year 2049.
        if (time.Year < 2050)
        {
            writer.WriteUtcTime(time);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    private static void WriteExtension(AsnWriter writer, string oid, bool critical, ReadOnlySpan<byte> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(value);
        }
    }

    private static void WriteEntry(AsnWriter writer, byte[] serialNumber, CertificateStatus.Revoked status)
    {
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(serialNumber);
            WriteTime(writer, status.Since);
            if (status.Reason is { } reason)
            {
                using (writer.PushSequence())
                {
                    WriteExtension(writer, ReasonOid, critical: false, [0x0A, 0x01, (byte)reason]);
                }
            }
        }
    }

    private static byte[] Number(BigInteger number)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteInteger(number);
        return writer.Encode();
    }

    private byte[] Signed(
        byte[] algorithm,
        IEnumerable<(byte[] SerialNumber, CertificateStatus.Revoked Status)> entries,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        BigInteger number)
    {
        var list = new AsnWriter(AsnEncodingRules.DER);
        var any = false;
        using (list.PushSequence())
        {
            foreach (var (serialNumber, status) in entries)
            {
                WriteEntry(list, serialNumber, status);
                any = true;
            }
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteEncodedValue(algorithm);
            writer.WriteEncodedValue(authority.SubjectName.RawData);
            WriteTime(writer, thisUpdate);
            if (variant.HasNextUpdate)
            {
                WriteTime(writer, nextUpdate);
            }

            // RFC 5280 §5.1.2.6: absent when nothing is revoked.
            if (any)
            {
                writer.WriteEncodedValue(list.Encode());
            }

            using (writer.PushSequence(Extensions))
            using (writer.PushSequence())
            {
                var keyIdentifier = authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
                WriteExtension(writer, AuthorityKeyIdentifierOid, critical: false, X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(keyIdentifier).RawData);
                WriteExtension(writer, NumberOid, critical: false, Number(number));
                if (variant.IsDelta)
                {
                    WriteExtension(writer, DeltaIndicatorOid, critical: true, Number(number - 1));
                }

                if (variant.HasCriticalExtension)
                {
                    WriteExtension(writer, UnknownOid, critical: true, [0x05, 0x00]);
                }
            }
        }

        return writer.Encode();
    }
}
