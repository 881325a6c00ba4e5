using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace EidAuth.Fuzz.Oracles;

/// <summary>The signature of one certificate by another's key, as the platform sees it.</summary>
internal static class SignatureOracle
{
    public static ReadOnlyMemory<byte> SignedPart(ReadOnlyMemory<byte> certificate) =>
        new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue();

    public static void Check(ReadOnlyMemory<byte> certificate, ReadOnlyMemory<byte> issuer)
    {
        var body = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence();
        var signed = body.ReadEncodedValue();
        var algorithm = body.ReadSequence().ReadObjectIdentifier();
        var signature = body.ReadBitString(out _);
        using var platform = X509CertificateLoader.LoadCertificate(issuer.Span);
        Assert.True(algorithm switch
        {
            "1.2.840.10045.4.3.2" => VerifyEc(platform, signed, signature, HashAlgorithmName.SHA256),
            "1.2.840.10045.4.3.3" => VerifyEc(platform, signed, signature, HashAlgorithmName.SHA384),
            "1.2.840.10045.4.3.4" => VerifyEc(platform, signed, signature, HashAlgorithmName.SHA512),
            "1.2.840.113549.1.1.11" => VerifyRsa(platform, signed, signature, HashAlgorithmName.SHA256),
            "1.2.840.113549.1.1.12" => VerifyRsa(platform, signed, signature, HashAlgorithmName.SHA384),
            "1.2.840.113549.1.1.13" => VerifyRsa(platform, signed, signature, HashAlgorithmName.SHA512),
            _ => false,
        });
    }

    private static bool VerifyEc(X509Certificate2 issuer, ReadOnlyMemory<byte> signed, byte[] signature, HashAlgorithmName hash)
    {
        using var key = issuer.GetECDsaPublicKey();
        return key?.VerifyData(signed.Span, signature, hash, DSASignatureFormat.Rfc3279DerSequence) ?? false;
    }

    private static bool VerifyRsa(X509Certificate2 issuer, ReadOnlyMemory<byte> signed, byte[] signature, HashAlgorithmName hash)
    {
        using var key = issuer.GetRSAPublicKey();
        return key?.VerifyData(signed.Span, signature, hash, RSASignaturePadding.Pkcs1) ?? false;
    }
}
