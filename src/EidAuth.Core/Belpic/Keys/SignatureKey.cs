using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Belpic;

/// <summary>
/// The card's non-repudiation key as .NET knows keys, for CMS, XML and PDF libraries. The private half stays in the card: each signature asks for the PIN anew.
/// Lives inside its session, and like it serves one thread at a time.
/// </summary>
public sealed class SignatureKey : IDisposable
{
    internal SignatureKey(X509Certificate2 certificate, AsymmetricAlgorithm key) => (Certificate, Key) = (certificate, key);

    /// <summary>The holder's signature certificate, without private key: .NET would have to export one to put it inside.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>
    /// An <see cref="RSA"/> (1.7: PKCS#1 v1.5 with SHA-256, SHA-384 or SHA-512, PSS with SHA-256) or an <see cref="ECDsa"/> (1.8: P-384 over digests of 20, 28, 32,
    /// 48 or 64 bytes). What the card cannot do is a <see cref="NotSupportedException"/>; a signature it did not make is a <see cref="CardSigningException"/>.
    /// </summary>
    public AsymmetricAlgorithm Key { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }
}
