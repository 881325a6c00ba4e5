using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.UnitTests.Belpic;

/// <summary>Keys and certificates as the generations have them, made once for the process; the subject names nobody.</summary>
internal static class IssuedCertificate
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static ECDsa P384 { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    internal static ECDsa P256 { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal static ECDsa Brainpool384 { get; } = ECDsa.Create(ECCurve.NamedCurves.brainpoolP384r1);

    internal static RSA Rsa2048 { get; } = RSA.Create(2048);

    internal static RSA Rsa1024 { get; } = RSA.Create(1024);

    /// <summary>A certificate whose DER has exactly that many bytes.</summary>
    internal static byte[] Of(ECDsa key, int length) => Padded(new CertificateRequest("CN=Specimen", key, HashAlgorithmName.SHA384), length);

    internal static byte[] Of(RSA key, int length) =>
        Padded(new CertificateRequest("CN=Specimen", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), length);

    private static byte[] Padded(CertificateRequest request, int length)
    {
        // An ECDSA signature in DER varies by a byte or two: issue until the length is met.
        for (var filler = length - 700; ;)
        {
            request.CertificateExtensions.Clear();
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.99999.1", [0x04, 0x82, (byte)(filler >> 8), (byte)filler, .. new byte[filler]], critical: false));
            using var certificate = request.CreateSelfSigned(Begin, Begin.AddYears(10));
            if (certificate.RawData.Length == length)
            {
                return certificate.RawData;
            }

            filler += Math.Sign(length - certificate.RawData.Length) * Math.Max(1, Math.Abs(length - certificate.RawData.Length) - 1);
        }
    }
}
