using System.Formats.Asn1;

namespace EidAuth.Simulator.Responder;

/// <summary>OCSPRequest (RFC 6960 §4.1.1). A signature of the requester is skipped: the Belgian responders ask for none.</summary>
/// <param name="Nonce">1 to 128 octets (RFC 9654 §2.1), or null.</param>
internal sealed record OcspRequest(IReadOnlyList<CertId> Certificates, byte[]? Nonce)
{
    private const int MostCertificates = 8;
    private const int LongestNonce = 128;
    private const string NonceOid = "1.3.6.1.5.5.7.48.1.2";
    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag RequestorName = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag SingleExtensions = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Signature = new(TagClass.ContextSpecific, 0);

    /// <summary>False for anything that is not DER of a request this responder understands whole.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> der, out OcspRequest request)
    {
        request = null!;
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var outer = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var read = ReadTbs(outer.ReadSequence());
            Skip(outer, Signature);
            outer.ThrowIfNotEmpty();
            request = read;
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static OcspRequest ReadTbs(AsnReader tbs)
    {
        if (IsNext(tbs, Version) && (!tbs.ReadSequence(Version).TryReadInt32(out var version) || version != 0))
        {
            throw new AsnContentException("Not version 1.");
        }

        Skip(tbs, RequestorName);
        var list = tbs.ReadSequence();
        var certificates = new List<CertId>();
        while (list.HasData && certificates.Count < MostCertificates)
        {
            var single = list.ReadSequence();
            certificates.Add(CertId.Read(single));
            if (IsNext(single, SingleExtensions))
            {
                ReadNonce(single.ReadSequence(SingleExtensions));
            }

            single.ThrowIfNotEmpty();
        }

        list.ThrowIfNotEmpty();
        var nonce = IsNext(tbs, Extensions) ? ReadNonce(tbs.ReadSequence(Extensions)) : null;
        tbs.ThrowIfNotEmpty();
        return certificates.Count > 0 ? new OcspRequest(certificates, nonce) : throw new AsnContentException("Nothing is asked.");
    }

    private static byte[]? ReadNonce(AsnReader explicitExtensions)
    {
        byte[]? nonce = null;
        var extensions = explicitExtensions.ReadSequence();
        explicitExtensions.ThrowIfNotEmpty();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            var value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            if (oid != NonceOid)
            {
                nonce = critical ? throw new AsnContentException("A critical extension is unknown.") : nonce;
                continue;
            }

            var inner = new AsnReader(value, AsnEncodingRules.DER);
            nonce = inner.ReadOctetString();
            inner.ThrowIfNotEmpty();
            if (nonce.Length is 0 or > LongestNonce)
            {
                throw new AsnContentException("The nonce is not 1 to 128 octets.");
            }
        }

        return nonce;
    }

    private static bool IsNext(AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);

    private static void Skip(AsnReader reader, Asn1Tag tag)
    {
        if (IsNext(reader, tag))
        {
            reader.ReadEncodedValue();
        }
    }
}
