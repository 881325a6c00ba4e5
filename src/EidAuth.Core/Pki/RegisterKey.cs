using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>
/// A key of the National Register: RSA of 2048 bits or more, P-384, or the RSA-1024 of cards before 1.7, which verifies card data and nothing else, and says that
/// it is weak.
/// </summary>
internal sealed class RegisterKey : IDisposable
{
    private const int WeakLength = 1024 / 8;

    private readonly VerificationKey? key;
    private readonly RSA? weak;

    private RegisterKey(VerificationKey? key, RSA? weak, int signatureLength) => (this.key, this.weak, SignatureLength) = (key, weak, signatureLength);

    /// <summary>P-384: signatures are DER, and their hash is SHA-384.</summary>
    public bool IsEc => key is { Kind: KeyKind.P384 };

    /// <summary>RSA-1024.</summary>
    public bool IsWeak => weak is not null;

    /// <summary>Bytes of an RSA signature; 0 with P-384, whose DER has no fixed length.</summary>
    public int SignatureLength { get; }

    /// <summary>Makes the key of a certificate; null when it is none of these.</summary>
    public static RegisterKey? Of(Certificate signer)
    {
        var (info, isEc) = (signer.PublicKey, signer.PublicKey.Kind == KeyKind.P384);
        return info.Kind is KeyKind.Rsa or KeyKind.P384
            ? VerificationKey.Of(signer) is { } key ? new RegisterKey(key, null, isEc ? 0 : info.Length) : null
            : info.Kind == KeyKind.NotAllowed && ImportWeak(info) is { } weak ? new RegisterKey(null, weak, WeakLength) : null;
    }

    /// <summary>Verifies a signature over <paramref name="signed"/>: PKCS#1 v1.5, or DER of r and s.</summary>
    public bool Verify(HashAlgorithmName hash, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (key is not null)
        {
            return key.Verify(new SignatureAlgorithm(hash, IsRsa: !IsEc), signed, signature);
        }

        try
        {
            return weak!.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            // Some platforms throw where others return false.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key?.Dispose();
        weak?.Dispose();
    }

    // The key policy has not even classified it.
    private static RSA? ImportWeak(SubjectPublicKey info)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(info.Encoded.Span, out _);
            if (rsa.ExportParameters(includePrivateParameters: false) is { Modulus: [>= 0x80, .., var last] modulus, Exponent: [0x01, 0x00, 0x01] }
                && modulus.Length == WeakLength && (last & 1) == 1)
            {
                return rsa;
            }
        }
        catch (CryptographicException)
        {
            // Another algorithm, or no key.
        }

        rsa.Dispose();
        return null;
    }
}
