using System.Formats.Asn1;
using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>Object identifiers as their DER contents.</summary>
internal static class Oid
{
    // Attributes of a name (X.520; PKCS#9 §5.2.1).
    public static ReadOnlySpan<byte> EmailAddress => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x01];

    public static ReadOnlySpan<byte> CommonName => [0x55, 0x04, 0x03];

    public static ReadOnlySpan<byte> Surname => [0x55, 0x04, 0x04];

    public static ReadOnlySpan<byte> SerialNumber => [0x55, 0x04, 0x05];

    public static ReadOnlySpan<byte> GivenName => [0x55, 0x04, 0x2A];

    // Extensions (RFC 5280 §4.2).
    public static ReadOnlySpan<byte> SubjectKeyIdentifier => [0x55, 0x1D, 0x0E];

    public static ReadOnlySpan<byte> KeyUsage => [0x55, 0x1D, 0x0F];

    public static ReadOnlySpan<byte> SubjectAlternativeName => [0x55, 0x1D, 0x11];

    public static ReadOnlySpan<byte> BasicConstraints => [0x55, 0x1D, 0x13];

    public static ReadOnlySpan<byte> NameConstraints => [0x55, 0x1D, 0x1E];

    public static ReadOnlySpan<byte> CrlDistributionPoints => [0x55, 0x1D, 0x1F];

    public static ReadOnlySpan<byte> CertificatePolicies => [0x55, 0x1D, 0x20];

    public static ReadOnlySpan<byte> PolicyMappings => [0x55, 0x1D, 0x21];

    public static ReadOnlySpan<byte> AuthorityKeyIdentifier => [0x55, 0x1D, 0x23];

    public static ReadOnlySpan<byte> PolicyConstraints => [0x55, 0x1D, 0x24];

    public static ReadOnlySpan<byte> ExtendedKeyUsage => [0x55, 0x1D, 0x25];

    public static ReadOnlySpan<byte> InhibitAnyPolicy => [0x55, 0x1D, 0x36];

    public static ReadOnlySpan<byte> AuthorityInformationAccess => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x01];

    public static ReadOnlySpan<byte> QcStatements => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x03];

    /// <summary>id-pkix-ocsp-nocheck, RFC 6960 §4.2.2.2.1.</summary>
    public static ReadOnlySpan<byte> OcspNoCheck => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x05];

    // Extensions of revocation lists and of their entries (RFC 5280 §5.2, §5.3).
    public static ReadOnlySpan<byte> CrlNumber => [0x55, 0x1D, 0x14];

    public static ReadOnlySpan<byte> ReasonCode => [0x55, 0x1D, 0x15];

    public static ReadOnlySpan<byte> InvalidityDate => [0x55, 0x1D, 0x18];

    public static ReadOnlySpan<byte> DeltaCrlIndicator => [0x55, 0x1D, 0x1B];

    public static ReadOnlySpan<byte> IssuingDistributionPoint => [0x55, 0x1D, 0x1C];

    public static ReadOnlySpan<byte> CertificateIssuer => [0x55, 0x1D, 0x1D];

    // Purposes.
    public static ReadOnlySpan<byte> AnyExtendedKeyUsage => [0x55, 0x1D, 0x25, 0x00];

    public static ReadOnlySpan<byte> ClientAuth => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x02];

    public static ReadOnlySpan<byte> EmailProtection => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x04];

    public static ReadOnlySpan<byte> OcspSigning => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x09];

    // Access methods.
    public static ReadOnlySpan<byte> Ocsp => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01];

    public static ReadOnlySpan<byte> CaIssuers => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02];

    // OCSP (RFC 6960).
    public static ReadOnlySpan<byte> OcspBasic => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01];

    public static ReadOnlySpan<byte> OcspNonce => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x02];

    public static ReadOnlySpan<byte> OcspArchiveCutoff => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x06];

    public static ReadOnlySpan<byte> OcspExtendedRevoke => [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x09];

    public static ReadOnlySpan<byte> Sha256 => [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

    public static ReadOnlySpan<byte> Sha1 => [0x2B, 0x0E, 0x03, 0x02, 0x1A];

    // Statements of qualified certificates (ETSI EN 319 412-5).
    public static ReadOnlySpan<byte> QcType => [0x04, 0x00, 0x8E, 0x46, 0x01, 0x06];

    public static ReadOnlySpan<byte> QcTypeEsign => [0x04, 0x00, 0x8E, 0x46, 0x01, 0x06, 0x01];

    // Keys.
    public static ReadOnlySpan<byte> RsaEncryption => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];

    public static ReadOnlySpan<byte> EcPublicKey => [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];

    public static ReadOnlySpan<byte> P256 => [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];

    public static ReadOnlySpan<byte> P384 => [0x2B, 0x81, 0x04, 0x00, 0x22];

    public static ReadOnlySpan<byte> P521 => [0x2B, 0x81, 0x04, 0x00, 0x23];

    /// <summary>The contents of a dotted OID.</summary>
    /// <exception cref="ArgumentException">It is none, or too long.</exception>
    public static byte[] Encode(string dotted)
    {
        try
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            writer.WriteObjectIdentifier(dotted);
            return new DerReader(writer.Encode()).TryReadOid(out var oid) ? oid.ToArray() : throw new ArgumentException("The OID is too long.", nameof(dotted));
        }
        catch (CryptographicException)
        {
            throw new ArgumentException("The text is no OID.", nameof(dotted));
        }
    }
}
