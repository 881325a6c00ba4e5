using System.Formats.Asn1;
using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>One question for one responder (RFC 6960 §4.1).</summary>
public sealed class OcspQuestion
{
    /// <summary>RFC 9654 §2.1: up to 128 bytes, 32 recommended.</summary>
    private const int NonceLength = 32;

    private OcspQuestion(Uri address, CertificateAuthority authority, ReadOnlyMemory<byte> serialNumber, byte[] nonce)
    {
        (Address, Authority, SerialNumber, Nonce) = (address, authority, serialNumber.ToArray(), nonce);
        Request = Encode();
    }

    /// <summary>The responder's address, from a verified certificate and with a host on the list.</summary>
    public Uri Address { get; }

    /// <summary>DER of the OCSPRequest; goes out by POST as application/ocsp-request. Holds a serial number: never to be logged.</summary>
    public ReadOnlyMemory<byte> Request { get; }

    /// <summary>The verified issuer of the certificate asked about: only its own responders may answer.</summary>
    internal CertificateAuthority Authority { get; }

    /// <summary>The certificate asked about.</summary>
    internal ReadOnlyMemory<byte> SerialNumber { get; }

    /// <summary>The nonce of the request.</summary>
    internal ReadOnlyMemory<byte> Nonce { get; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => $"OcspQuestion for {Address.Host}";

    /// <summary>Asks about a certificate of that CA.</summary>
    internal static OcspQuestion About(Certificate certificate, CertificateAuthority authority, Uri address) =>
        new(address, authority, certificate.SerialNumber, RandomNumberGenerator.GetBytes(NonceLength));

    /// <summary>CertID contents name exactly this certificate: hash algorithm, name hash, key hash and serial number, all four.</summary>
    internal bool IsAbout(DerReader certificateId) =>
        certificateId.TryEnter(DerTag.Sequence, out var algorithm)
        && algorithm.TryReadOid(out var hash)
        && hash.Span.SequenceEqual(Oid.Sha1)
        && (algorithm.IsEmpty || (algorithm.TryRead(0x05, out var parameters) && parameters.IsEmpty && algorithm.IsEmpty))
        && certificateId.TryRead(DerTag.OctetString, out var nameHash)
        && nameHash.Span.SequenceEqual(Authority.OcspNameHash)
        && certificateId.TryRead(DerTag.OctetString, out var keyHash)
        && keyHash.Span.SequenceEqual(Authority.OcspKeyHash)
        && certificateId.TryReadInteger(out var serialNumber)
        && serialNumber.Span.SequenceEqual(SerialNumber.Span)
        && certificateId.IsEmpty;

    private byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, 256);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.3.14.3.2.26");
                    writer.WriteNull();
                }

                writer.WriteOctetString(Authority.OcspNameHash);
                writer.WriteOctetString(Authority.OcspKeyHash);
                writer.WriteInteger(SerialNumber.Span);
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.2");
                using (writer.PushOctetString())
                {
                    writer.WriteOctetString(Nonce.Span);
                }
            }
        }

        return writer.Encode();
    }
}
