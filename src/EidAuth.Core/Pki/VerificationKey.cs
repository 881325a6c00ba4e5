using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>
/// A public key that verifies signatures. Thread-safe: each verification takes a key object of its own out of a pool, because sharing one between threads is
/// not promised by the platform.
/// </summary>
internal sealed class VerificationKey : IDisposable
{
    // SHA-512.
    private const int LongestDigest = 64;

    // As many as can verify at once; more than that are made for one use.
    private readonly AsymmetricAlgorithm?[] pool = new AsymmetricAlgorithm?[Environment.ProcessorCount];
    private readonly Certificate certificate;

    private VerificationKey(Certificate certificate, AsymmetricAlgorithm first)
    {
        this.certificate = certificate;
        pool[0] = first;
    }

    /// <summary>The kind of key.</summary>
    public KeyKind Kind => certificate.PublicKey.Kind;

    /// <summary>Makes the key of a certificate; null when the key policy or the platform refuses it (a point that is not on its curve).</summary>
    public static VerificationKey? Of(Certificate certificate) => Import(certificate) is { } key ? new VerificationKey(certificate, key) : null;

    /// <summary>
    /// Verifies one signature over a digest as tokens carry it (PKCS#1 v1.5, or r and s in their full width) with a key that is not used again. Null when the key
    /// policy or the platform refuses the key.
    /// </summary>
    public static bool? VerifyOnce(Certificate certificate, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        using var key = Import(certificate);
        return key is null ? null : VerifyDigest(key, certificate.PublicKey, hash, digest, signature);
    }

    /// <summary>Verifies a signature over <paramref name="signed"/> as certificates and OCSP answers carry it: PKCS#1 v1.5, or DER of r and s.</summary>
    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Span<byte> digest = stackalloc byte[LongestDigest];
        return VerifyHashed(algorithm, digest[..CryptographicOperations.HashData(algorithm.Hash, signed, digest)], signature);
    }

    /// <summary>The same where the signed bytes were hashed while they were read.</summary>
    public bool VerifyHashed(SignatureAlgorithm algorithm, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (algorithm.IsRsa != (Kind == KeyKind.Rsa) || (!algorithm.IsRsa && !EcdsaSignature.IsDer(signature, certificate.PublicKey.Length)))
        {
            return false;
        }

        var key = Take();
        try
        {
            return key is not null && (key is ECDsa ec ? VerifyDer(ec, digest, signature) : VerifyDigest(key, certificate.PublicKey, algorithm.Hash, digest, signature));
        }
        finally
        {
            Return(key);
        }
    }

    /// <summary>Verifies a signature over a digest as tokens carry it: PKCS#1 v1.5, or r and s in their full width.</summary>
    public bool VerifyDigest(HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        var key = Take();
        try
        {
            return key is not null && VerifyDigest(key, certificate.PublicKey, hash, digest, signature);
        }
        finally
        {
            Return(key);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var i = 0; i < pool.Length; i++)
        {
            Interlocked.Exchange(ref pool[i], null)?.Dispose();
        }
    }

    private AsymmetricAlgorithm? Take()
    {
        for (var i = 0; i < pool.Length; i++)
        {
            if (Interlocked.Exchange(ref pool[i], null) is { } key)
            {
                return key;
            }
        }

        return Import(certificate);
    }

    private void Return(AsymmetricAlgorithm? key)
    {
        for (var i = 0; i < pool.Length; i++)
        {
            if (Interlocked.CompareExchange(ref pool[i], key, null) is null)
            {
                return;
            }
        }

        key?.Dispose();
    }

    private static bool VerifyDigest(AsymmetricAlgorithm key, in SubjectPublicKey info, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != (key is RSA ? info.Length : 2 * info.Length))
        {
            return false;
        }

        if (key is ECDsa ec)
        {
            Span<byte> der = stackalloc byte[EcdsaSignature.MaximumLength];
            return VerifyDer(ec, digest, der[..EcdsaSignature.WriteDer(signature, der)]);
        }

        try
        {
            return ((RSA)key).VerifyHash(digest, signature, hash, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            // Some platforms throw where others return false.
            return false;
        }
    }

    private static bool VerifyDer(ECDsa key, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // RSA by its SPKI, EC by way of a certificate: importing an EC key by its SPKI validates the key again and costs more than a verification.
    private static AsymmetricAlgorithm? Import(Certificate certificate)
    {
        if (certificate.PublicKey.Kind == KeyKind.NotAllowed)
        {
            return null;
        }

        try
        {
            if (certificate.PublicKey.Kind == KeyKind.Rsa)
            {
                var rsa = RSA.Create();
                rsa.ImportSubjectPublicKeyInfo(certificate.PublicKey.Encoded.Span, out _);
                return rsa;
            }

            using var platform = X509CertificateLoader.LoadCertificate(certificate.Encoded.Span);
            return platform.GetECDsaPublicKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
