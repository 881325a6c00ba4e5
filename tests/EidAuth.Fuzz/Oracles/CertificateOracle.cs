using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Pki;
using Xunit;

namespace EidAuth.Fuzz.Oracles;

/// <summary>Another reader's word on a certificate that was taken: .NET's DER reader on all, the platform's X.509 reader on some. Two that read one certificate differently are an attack.</summary>
internal static class CertificateOracle
{
    private const int OneIn = 8;

    public static void Check(Certificate certificate)
    {
        var outside = new AsnReader(certificate.Encoded, AsnEncodingRules.DER);
        var body = outside.ReadSequence();
        outside.ThrowIfNotEmpty();
        Assert.True(body.PeekEncodedValue().Span.SequenceEqual(certificate.Signed.Span));
        var inside = body.ReadSequence();
        Assert.True(body.ReadEncodedValue().Span.SequenceEqual(certificate.SignatureAlgorithm.Span));
        Assert.Equal(body.ReadBitString(out _), certificate.Signature.ToArray());
        body.ThrowIfNotEmpty();

        Assert.Equal(2, inside.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadInteger());
        Assert.True(inside.ReadIntegerBytes().Span.SequenceEqual(certificate.SerialNumber.Span));
        Assert.True(inside.ReadEncodedValue().Span.SequenceEqual(certificate.SignatureAlgorithm.Span));
        Assert.True(inside.ReadEncodedValue().Span.SequenceEqual(certificate.Issuer.Span));
        var validity = inside.ReadSequence();
        Assert.Equal(ReadTime(validity), certificate.NotBefore);
        Assert.Equal(ReadTime(validity), certificate.NotAfter);
        validity.ThrowIfNotEmpty();
        Assert.True(inside.ReadEncodedValue().Span.SequenceEqual(certificate.Subject.Span));
        Assert.True(inside.ReadEncodedValue().Span.SequenceEqual(certificate.PublicKey.Encoded.Span));
        var extensions = inside.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 3)).ReadSequence();
        inside.ThrowIfNotEmpty();
        CheckExtensions(extensions, certificate.Extensions);
        if (certificate.Encoded.Span[^1] % OneIn == 0)
        {
            AskPlatform(certificate);
        }
    }

    private static void CheckExtensions(AsnReader list, CertificateExtensions extensions)
    {
        var (seen, isCa, usage) = (new HashSet<string>(), false, (int?)null);
        while (list.HasData)
        {
            var extension = list.ReadSequence();
            Assert.True(seen.Add(Convert.ToHexString(extension.PeekContentBytes().Span)));
            extension.ReadEncodedValue();
            var oid = seen.Last();
            var isCritical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            var value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            switch (oid)
            {
                case "551D13":
                    var constraints = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
                    isCa = constraints.HasData && constraints.PeekTag() == Asn1Tag.Boolean && constraints.ReadBoolean();
                    Assert.Equal(constraints.HasData ? (int?)constraints.ReadInteger() : null, extensions.PathLength);
                    break;
                case "551D0F":
                    var bits = new AsnReader(value, AsnEncodingRules.DER).ReadBitString(out _);
                    usage = bits[0] | (bits.Length > 1 && (bits[1] & 0x80) != 0 ? 0x100 : 0);
                    break;
                case "551D1E":
                    Assert.True(extensions.HasUnsupported && extensions.NameConstraints.Span.SequenceEqual(value));
                    break;
                case "2A0304":
                    Assert.True(!isCritical || extensions.HasUnknownCritical);
                    break;
            }
        }

        Assert.Equal(isCa, extensions.IsCa);
        Assert.Equal(usage, (int?)extensions.KeyUsage);
    }

    // Opaque parts (names, parameters) are read by the platform and not by us: it may refuse more. What it takes it must understand as we do.
    private static void AskPlatform(Certificate certificate)
    {
        X509Certificate2 platform;
        try
        {
            platform = X509CertificateLoader.LoadCertificate(certificate.Encoded.Span);
        }
        catch (CryptographicException)
        {
            return;
        }

        using (platform)
        {
            Assert.True(platform.SerialNumberBytes.Span.SequenceEqual(certificate.SerialNumber.Span));
            Assert.Equal(certificate.NotBefore, new DateTimeOffset(platform.NotBefore.ToUniversalTime()));
            Assert.Equal(certificate.NotAfter, new DateTimeOffset(platform.NotAfter.ToUniversalTime()));
            Assert.True(platform.RawData.AsSpan().SequenceEqual(certificate.Encoded.Span));
        }
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().TagValue == (int)UniversalTagNumber.UtcTime ? reader.ReadUtcTime(2049) : reader.ReadGeneralizedTime();
}
