using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>
/// Writes and signs OCSPResponse (RFC 6960 §4.2.1) the two ways the Belgian responders do: the RSA one names itself, echoes the nonce, embeds its CA and answers
/// for 60 seconds; the EC one gives its key's hash, echoes nothing, embeds itself alone, adds an archive cutoff and answers for 59.
/// </summary>
internal sealed class OcspAnswer(ResponderIdentity identity)
{
    private const string BasicOid = "1.3.6.1.5.5.7.48.1.1";
    private const string NonceOid = "1.3.6.1.5.5.7.48.1.2";
    private const string ArchiveCutoffOid = "1.3.6.1.5.5.7.48.1.6";
    private const string RsaSha256Oid = "1.2.840.113549.1.1.11";
    private const string EcdsaSha256Oid = "1.2.840.10045.4.3.2";
    private static readonly DateTimeOffset ArchiveCutoff = new(2020, 6, 3, 0, 0, 0, TimeSpan.Zero);

    private readonly bool rsa = identity.Responder.GetKeyAlgorithm() == "1.2.840.113549.1.1.1";

    /// <summary>An unsigned answer: nothing but the status.</summary>
    public static byte[] Unsigned(OcspResponseStatus status)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(status);
        }

        return writer.Encode();
    }

    /// <summary>The signed answer about each certificate asked.</summary>
    public byte[] Signed(OcspRequest request, Func<CertId, CertificateStatus> statusOf, DateTimeOffset now)
    {
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var tbs = new AsnWriter(AsnEncodingRules.DER);
        using (tbs.PushSequence())
        {
            WriteResponderId(tbs);
            tbs.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            using (tbs.PushSequence())
            {
                foreach (var certificate in request.Certificates)
                {
                    WriteSingle(tbs, certificate, statusOf(certificate), now);
                }
            }

            if (rsa && request.Nonce is { } nonce)
            {
                WriteExtension(tbs, NonceOid, value => value.WriteOctetString(nonce));
            }
        }

        return Wrap(tbs.Encode());
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    // [1] EXPLICIT Extensions with one in it, never critical.
    private static void WriteExtension(AsnWriter writer, string oid, Action<AsnWriter> write)
    {
        var value = new AsnWriter(AsnEncodingRules.DER);
        write(value);
        using (writer.PushSequence(Context(1)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteOctetString(value.Encode());
        }
    }

    private static void WriteStatus(AsnWriter writer, CertificateStatus status)
    {
        switch (status)
        {
            case CertificateStatus.Good:
                writer.WriteNull(Context(0));
                break;
            case CertificateStatus.Revoked revoked:
                using (writer.PushSequence(Context(1)))
                {
                    writer.WriteGeneralizedTime(revoked.Since, omitFractionalSeconds: true);
                    if (revoked.Reason is { } reason)
                    {
                        using (writer.PushSequence(Context(0)))
                        {
                            writer.WriteEncodedValue([0x0A, 0x01, (byte)reason]);
                        }
                    }
                }

                break;
            default:
                writer.WriteNull(Context(2));
                break;
        }
    }

    private void WriteResponderId(AsnWriter writer)
    {
        using (writer.PushSequence(Context(rsa ? 1 : 2)))
        {
            if (rsa)
            {
                writer.WriteEncodedValue(identity.Responder.SubjectName.RawData);
            }
            else
            {
                // SHA-1 is what KeyHash is defined with (RFC 6960 §4.2.1): it finds the key, it protects nothing.
                writer.WriteOctetString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, identity.Responder.PublicKey.EncodedKeyValue.RawData));
            }
        }
    }

    private void WriteSingle(AsnWriter writer, CertId certificate, CertificateStatus status, DateTimeOffset now)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.Encoded);
            WriteStatus(writer, status);
            writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            using (writer.PushSequence(Context(0)))
            {
                writer.WriteGeneralizedTime(now.AddSeconds(rsa ? 60 : 59), omitFractionalSeconds: true);
            }

            if (!rsa)
            {
                WriteExtension(writer, ArchiveCutoffOid, value => value.WriteGeneralizedTime(ArchiveCutoff, omitFractionalSeconds: true));
            }
        }
    }

    private byte[] Wrap(byte[] tbs)
    {
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(tbs);
            using (basic.PushSequence())
            {
                basic.WriteObjectIdentifier(rsa ? RsaSha256Oid : EcdsaSha256Oid);
                if (rsa)
                {
                    basic.WriteNull();
                }
            }

            basic.WriteBitString(Sign(tbs));
            using (basic.PushSequence(Context(0)))
            using (basic.PushSequence())
            {
                basic.WriteEncodedValue(identity.Responder.RawData);
                if (rsa)
                {
                    basic.WriteEncodedValue(identity.Issuer.RawData);
                }
            }
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(OcspResponseStatus.Successful);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(BasicOid);
                writer.WriteOctetString(basic.Encode());
            }
        }

        return writer.Encode();
    }

    private byte[] Sign(byte[] tbs)
    {
        if (rsa)
        {
            using var rsaKey = identity.Responder.GetRSAPrivateKey()!;
            return rsaKey.SignData(tbs, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ecKey = identity.Responder.GetECDsaPrivateKey()!;
        return ecKey.SignData(tbs, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
