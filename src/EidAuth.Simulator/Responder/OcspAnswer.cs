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
    private const string RsaSha1Oid = "1.2.840.113549.1.1.5";
    private const string EcdsaSha256Oid = "1.2.840.10045.4.3.2";
    private const string EcdsaSha1Oid = "1.2.840.10045.4.1";
    private const string UnknownOid = "1.2.3.4.5";
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
    public byte[] Signed(OcspRequest request, Func<CertId, CertificateStatus> statusOf, DateTimeOffset now, AnswerVariant variant)
    {
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var thisUpdate = now + variant.Shift;
        var tbs = new AsnWriter(AsnEncodingRules.DER);
        using (tbs.PushSequence())
        {
            WriteResponderId(tbs);
            tbs.WriteGeneralizedTime(thisUpdate, omitFractionalSeconds: true);
            using (tbs.PushSequence())
            {
                foreach (var asked in request.Certificates)
                {
                    var certificate = variant.NamesOtherSerial ? asked.WithSerialNumber(Serial.Random()) : asked;
                    WriteSingle(tbs, certificate, variant.Status?.Invoke(now) ?? statusOf(asked), thisUpdate, variant);
                    if (variant.IsDoubled)
                    {
                        WriteSingle(tbs, certificate, new CertificateStatus.Revoked(now.AddDays(-1), null), thisUpdate, variant);
                    }
                }
            }

            WriteExtensions(tbs, request, variant);
        }

        return Wrap(tbs.Encode(), variant);
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    private static void WriteExtension(AsnWriter writer, string oid, bool critical, Action<AsnWriter> write)
    {
        var value = new AsnWriter(AsnEncodingRules.DER);
        write(value);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

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

    // [1] EXPLICIT Extensions, left out when there are none.
    private void WriteExtensions(AsnWriter tbs, OcspRequest request, AnswerVariant variant)
    {
        var nonce = variant.Nonce is { } change ? change(request.Nonce) : rsa ? request.Nonce : null;
        if (nonce is null && !variant.HasCriticalExtension)
        {
            return;
        }

        using (tbs.PushSequence(Context(1)))
        using (tbs.PushSequence())
        {
            if (nonce is not null)
            {
                WriteExtension(tbs, NonceOid, critical: false, value => value.WriteOctetString(nonce));
            }

            if (variant.HasCriticalExtension)
            {
                WriteExtension(tbs, UnknownOid, critical: true, value => value.WriteNull());
            }
        }
    }

    private void WriteSingle(AsnWriter writer, CertId certificate, CertificateStatus status, DateTimeOffset thisUpdate, AnswerVariant variant)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.Encoded);
            WriteStatus(writer, status);
            writer.WriteGeneralizedTime(thisUpdate, omitFractionalSeconds: true);
            if (variant.HasNextUpdate)
            {
                using (writer.PushSequence(Context(0)))
                {
                    writer.WriteGeneralizedTime(thisUpdate.AddSeconds(rsa ? 60 : 59), omitFractionalSeconds: true);
                }
            }

            if (!rsa)
            {
                using (writer.PushSequence(Context(1)))
                using (writer.PushSequence())
                {
                    WriteExtension(writer, ArchiveCutoffOid, critical: false, value => value.WriteGeneralizedTime(ArchiveCutoff, omitFractionalSeconds: true));
                }
            }
        }
    }

    private byte[] Wrap(byte[] tbs, AnswerVariant variant)
    {
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(tbs);
            using (basic.PushSequence())
            {
                basic.WriteObjectIdentifier((rsa, variant.UsesSha1) switch
                {
                    (true, false) => RsaSha256Oid,
                    (true, true) => RsaSha1Oid,
                    (false, false) => EcdsaSha256Oid,
                    (false, true) => EcdsaSha1Oid,
                });
                if (rsa)
                {
                    basic.WriteNull();
                }
            }

            var signature = Sign(tbs, variant.UsesSha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
            signature[^1] ^= variant.BreaksSignature ? (byte)1 : (byte)0;
            basic.WriteBitString(signature);
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

    private byte[] Sign(byte[] tbs, HashAlgorithmName hash)
    {
        if (rsa)
        {
            using var rsaKey = identity.Responder.GetRSAPrivateKey()!;
            return rsaKey.SignData(tbs, hash, RSASignaturePadding.Pkcs1);
        }

        using var ecKey = identity.Responder.GetECDsaPrivateKey()!;
        return ecKey.SignData(tbs, hash, DSASignatureFormat.Rfc3279DerSequence);
    }
}
