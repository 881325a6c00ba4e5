using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>The National Register as the signer of files 4032 and 4034.</summary>
internal sealed class NationalRegisterSigner(X509Certificate2 certificate, AsymmetricAlgorithm key, HashAlgorithmName hash) : IDisposable
{
    private const int EcFileLength = 256;
    private readonly Lock gate = new();

    public X509Certificate2 Certificate => certificate;

    /// <summary>The content of a signature file: raw RSA as long as the modulus, or ECDSA as DER with zeros up to 256 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (gate)
        {
            if (key is RSA rsa)
            {
                return rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);
            }

            var file = new byte[EcFileLength];
            ((ECDsa)key).SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence).CopyTo(file, 0);
            return file;
        }
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}
