using System.Formats.Asn1;
using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>One question for one responder (RFC 6960 §4.1).</summary>
public sealed class OcspQuestion
{
    /// <summary>RFC 9654 §2.1: up to 128 bytes, 32 recommended.</summary>
    private const int NonceLength = 32;

    private readonly CertIdHash hash;
    private readonly int nonceLength;
    private readonly byte[] request;

    // One for each thread. A reset clears its buffer, so no serial number stays behind.
    [ThreadStatic]
    private static AsnWriter? writer;

    private OcspQuestion(Uri address, CertificateAuthority authority, ReadOnlyMemory<byte> serialNumber, CertIdHash hash, ReadOnlySpan<byte> nonce)
    {
        (Address, Authority, SerialNumber, this.hash) = (address, authority, serialNumber, hash);
        nonceLength = nonce.Length;
        request = Encode(nonce);
    }

    /// <summary>The responder's address, from a verified certificate and with a host on the list.</summary>
    public Uri Address { get; }

    /// <summary>DER of the OCSPRequest; goes out by POST as application/ocsp-request. Holds a serial number: never to be logged.</summary>
    public ReadOnlyMemory<byte> Request => request;

    /// <summary>The verified issuer of the certificate asked about: only its own responders may answer.</summary>
    internal CertificateAuthority Authority { get; }

    /// <summary>The certificate asked about.</summary>
    internal ReadOnlyMemory<byte> SerialNumber { get; }

    /// <summary>The nonce of the request, which ends with it; empty where it has none.</summary>
    internal ReadOnlyMemory<byte> Nonce => request.AsMemory(request.Length - nonceLength);

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => $"OcspQuestion for {Address.Host}";

    /// <summary>Asks about a certificate of that CA.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="authority">Its proven issuer.</param>
    /// <param name="address">Where to ask.</param>
    /// <param name="hash">How issuer and key are named.</param>
    /// <param name="nonce">Empty for none; a new one when null.</param>
    internal static OcspQuestion About(
        Certificate certificate, CertificateAuthority authority, Uri address, CertIdHash hash = CertIdHash.Sha1, ReadOnlyMemory<byte>? nonce = null)
    {
        Span<byte> fresh = stackalloc byte[NonceLength];
        RandomNumberGenerator.Fill(fresh);
        return new(address, authority, certificate.SerialNumber, hash, nonce is { } given ? given.Span : fresh);
    }

    /// <summary>
    /// CertID contents name exactly this certificate: hash algorithm, name hash, key hash and serial number, all four. The algorithm must be the one that was asked
    /// with, so that each answer has one form that is right.
    /// </summary>
    internal bool IsAbout(DerReader certificateId) =>
        certificateId.TryEnter(DerTag.Sequence, out var algorithm)
        && algorithm.TryReadOid(out var oid)
        && oid.Span.SequenceEqual(hash == CertIdHash.Sha256 ? Oid.Sha256 : Oid.Sha1)
        && (algorithm.IsEmpty || (algorithm.TryRead(0x05, out var parameters) && parameters.IsEmpty && algorithm.IsEmpty))
        && certificateId.TryRead(DerTag.OctetString, out var nameHash)
        && nameHash.Span.SequenceEqual(Authority.NameHashOf(hash))
        && certificateId.TryRead(DerTag.OctetString, out var keyHash)
        && keyHash.Span.SequenceEqual(Authority.KeyHashOf(hash))
        && certificateId.TryReadInteger(out var serialNumber)
        && serialNumber.Span.SequenceEqual(SerialNumber.Span)
        && certificateId.IsEmpty;

    private byte[] Encode(ReadOnlySpan<byte> nonce)
    {
        var der = writer ??= new AsnWriter(AsnEncodingRules.DER, 256);
        der.Reset();
        using (der.PushSequence())
        using (der.PushSequence())
        {
            using (der.PushSequence())
            using (der.PushSequence())
            using (der.PushSequence())
            {
                using (der.PushSequence())
                {
                    der.WriteObjectIdentifier(hash == CertIdHash.Sha256 ? "2.16.840.1.101.3.4.2.1" : "1.3.14.3.2.26");
                    der.WriteNull();
                }

                der.WriteOctetString(Authority.NameHashOf(hash));
                der.WriteOctetString(Authority.KeyHashOf(hash));
                der.WriteInteger(SerialNumber.Span);
            }

            if (!nonce.IsEmpty)
            {
                EncodeNonce(der, nonce);
            }
        }

        var encoded = der.Encode();
        der.Reset();
        return encoded;
    }

    private static void EncodeNonce(AsnWriter der, ReadOnlySpan<byte> nonce)
    {
        using (der.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
        using (der.PushSequence())
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.2");
            using (der.PushOctetString())
            {
                der.WriteOctetString(nonce);
            }
        }
    }
}
