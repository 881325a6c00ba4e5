using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>
/// A public key that verifies signatures. Thread-safe: each verification takes a key object of its own out of a pool, because sharing one between threads is
/// not promised by the platform.
/// </summary>
internal sealed class VerificationKey : IDisposable
{
    private readonly ConcurrentStack<AsymmetricAlgorithm> pool = [];
    private readonly Certificate certificate;

    private VerificationKey(Certificate certificate, AsymmetricAlgorithm first)
    {
        this.certificate = certificate;
        pool.Push(first);
    }

    /// <summary>The kind of key.</summary>
    public KeyKind Kind => certificate.PublicKey.Kind;

    /// <summary>Makes the key of a certificate; null when the key policy or the platform refuses it (a point that is not on its curve).</summary>
    public static VerificationKey? Of(Certificate certificate) =>
        certificate.PublicKey.Kind != KeyKind.NotAllowed && Import(certificate) is { } key ? new VerificationKey(certificate, key) : null;

    /// <summary>Verifies a signature over <paramref name="signed"/> as certificates and OCSP answers carry it: PKCS#1 v1.5, or DER of r and s.</summary>
    public bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Span<byte> digest = stackalloc byte[64];
        return VerifyHashed(algorithm, digest[..CryptographicOperations.HashData(algorithm.Hash, signed, digest)], signature);
    }

    /// <summary>The same where the signed bytes were hashed while they were read.</summary>
    public bool VerifyHashed(SignatureAlgorithm algorithm, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (algorithm.IsRsa || Kind == KeyKind.Rsa)
        {
            return algorithm.IsRsa && VerifyDigest(algorithm.Hash, digest, signature);
        }

        Span<byte> raw = stackalloc byte[2 * certificate.PublicKey.Length];
        return TryReadRS(signature, raw) && VerifyDigest(algorithm.Hash, digest, raw);
    }

    /// <summary>Verifies a signature over a digest as tokens carry it: PKCS#1 v1.5, or r and s in their full width.</summary>
    public bool VerifyDigest(HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        var length = certificate.PublicKey.Length;
        if (signature.Length != (Kind == KeyKind.Rsa ? length : 2 * length))
        {
            return false;
        }

        var key = pool.TryPop(out var pooled) ? pooled : Import(certificate);
        if (key is null)
        {
            return false;
        }

        try
        {
            return key is RSA rsa
                ? rsa.VerifyHash(digest, signature, hash, RSASignaturePadding.Pkcs1)
                : ((ECDsa)key).VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            // Some platforms throw where others return false.
            return false;
        }
        finally
        {
            pool.Push(key);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (pool.TryPop(out var key))
        {
            key.Dispose();
        }
    }

    // RSA by its SPKI, EC by way of a certificate: importing an EC key by its SPKI validates the key again and costs more than a verification.
    private static AsymmetricAlgorithm? Import(Certificate certificate)
    {
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

    // RFC 3279 §2.2.3, strictly DER: two positive numbers that fit the curve. 0 and numbers from the group order on are refused by the verification.
    private static bool TryReadRS(ReadOnlySpan<byte> signature, Span<byte> raw)
    {
        var reader = new DerReader(signature.ToArray());
        raw.Clear();
        return reader.TryEnter(DerTag.Sequence, out var numbers)
            && reader.IsEmpty
            && numbers.TryReadInteger(out var r)
            && numbers.TryReadInteger(out var s)
            && numbers.IsEmpty
            && TryPlace(r.Span, raw[..(raw.Length / 2)])
            && TryPlace(s.Span, raw[(raw.Length / 2)..]);
    }

    private static bool TryPlace(ReadOnlySpan<byte> number, Span<byte> field)
    {
        if (number[0] >= 0x80)
        {
            return false;
        }

        number = number[0] == 0 ? number[1..] : number;
        if (number.Length == 0 || number.Length > field.Length)
        {
            return false;
        }

        number.CopyTo(field[^number.Length..]);
        return true;
    }
}
