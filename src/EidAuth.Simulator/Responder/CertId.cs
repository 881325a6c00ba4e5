using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Responder;

/// <summary>CertID (RFC 6960 §4.1.1): which certificate is asked about.</summary>
/// <param name="Encoded">Its DER as received; the answer repeats it.</param>
/// <param name="SerialNumber">Unsigned big-endian bytes without leading zeros.</param>
internal sealed record CertId(byte[] Encoded, HashAlgorithmName Hash, byte[] IssuerNameHash, byte[] IssuerKeyHash, byte[] SerialNumber)
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <exception cref="AsnContentException">Not a CertID, or one with a hash or serial number that no Belgian client sends.</exception>
    public static CertId Read(AsnReader request)
    {
        var encoded = request.PeekEncodedValue().ToArray();
        var fields = request.ReadSequence();
        var algorithm = fields.ReadSequence();
        var hash = algorithm.ReadObjectIdentifier() switch
        {
            Sha1 => HashAlgorithmName.SHA1,
            Sha256 => HashAlgorithmName.SHA256,
            _ => throw new AsnContentException("The CertID's hash algorithm is not SHA-1 or SHA-256."),
        };
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        algorithm.ThrowIfNotEmpty();
        var name = fields.ReadOctetString();
        var key = fields.ReadOctetString();
        var serial = fields.ReadIntegerBytes().Span;
        fields.ThrowIfNotEmpty();
        if ((serial[0] & 0x80) != 0)
        {
            throw new AsnContentException("The serial number is negative.");
        }

        return new CertId(encoded, hash, name, key, serial.TrimStart((byte)0).ToArray());
    }

    /// <summary>Names that CA as the issuer: the hashes of its name and of its public key's bits.</summary>
    public bool IsFor(X509Certificate2 issuer) =>
        IssuerNameHash.AsSpan().SequenceEqual(CryptographicOperations.HashData(Hash, issuer.SubjectName.RawData))
        && IssuerKeyHash.AsSpan().SequenceEqual(CryptographicOperations.HashData(Hash, issuer.PublicKey.EncodedKeyValue.RawData));

    /// <summary>The same issuer, another certificate.</summary>
    /// <param name="serialNumber">Big-endian, positive, without leading zeros.</param>
    public CertId WithSerialNumber(byte[] serialNumber)
    {
        var fields = new AsnReader(Encoded, AsnEncodingRules.DER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(fields.ReadEncodedValue().Span);
            writer.WriteOctetString(IssuerNameHash);
            writer.WriteOctetString(IssuerKeyHash);
            writer.WriteIntegerUnsigned(serialNumber);
        }

        return this with { Encoded = writer.Encode(), SerialNumber = serialNumber };
    }
}
