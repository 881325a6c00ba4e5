using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>The non-repudiation key of an RSA card.</summary>
internal sealed class CardRsa : RSA
{
    private const byte Pkcs1 = 0x01;
    private const byte PssSha256 = 0x20;

    private readonly RSA publicKey;
    private readonly CardSigner sign;

    public CardRsa(RSA publicKey, CardSigner sign)
    {
        (this.publicKey, this.sign) = (publicKey, sign);
        LegalKeySizesValue = [new KeySizes(publicKey.KeySize, publicKey.KeySize, 0)];
        KeySizeValue = publicKey.KeySize;
    }

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(padding);
        var info = DigestInfo.Head(hashAlgorithm) ?? throw new NotSupportedException("This card signs digests of SHA-256, SHA-384 and SHA-512.");
        if (hash.Length != info[^1])
        {
            throw new CryptographicException($"A digest of {hashAlgorithm.Name} has {info[^1]} bytes.");
        }

        var signature = IsPss(padding, hashAlgorithm)
            ? sign(PssSha256, hash, hash, KeySize / 8)
            : sign(Pkcs1, [.. info, .. hash], hash, KeySize / 8);

        // Readers are known that cut answers short.
        return publicKey.VerifyHash(hash, signature, hashAlgorithm, padding) ? signature : throw CardKeys.WrongSignature();
    }

    /// <inheritdoc/>
    public override bool TrySignHash(ReadOnlySpan<byte> hash, Span<byte> destination, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < KeySize / 8)
        {
            // Before anybody is asked for a PIN.
            return false;
        }

        var signature = SignHash(hash.ToArray(), hashAlgorithm, padding);
        signature.CopyTo(destination);
        bytesWritten = signature.Length;
        return true;
    }

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        publicKey.VerifyHash(hash, signature, hashAlgorithm, padding);

    /// <inheritdoc/>
    public override bool VerifyHash(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        publicKey.VerifyHash(hash, signature, hashAlgorithm, padding);

    /// <inheritdoc/>
    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw CardKeys.NotExportable() : publicKey.ExportParameters(includePrivateParameters: false);

    /// <inheritdoc/>
    public override void ImportParameters(RSAParameters parameters) => throw CardKeys.NotChangeable();

    /// <inheritdoc/>
    public override byte[] Encrypt(byte[] data, RSAEncryptionPadding padding) => throw CardKeys.ForSignaturesOnly();

    /// <inheritdoc/>
    public override byte[] Decrypt(byte[] data, RSAEncryptionPadding padding) => throw CardKeys.ForSignaturesOnly();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            publicKey.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsPss(RSASignaturePadding padding, HashAlgorithmName hash)
    {
        if (padding == RSASignaturePadding.Pkcs1)
        {
            return false;
        }

        return padding == RSASignaturePadding.Pss && hash == HashAlgorithmName.SHA256
            ? true
            : throw new NotSupportedException("This card pads by PKCS#1 v1.5, or by PSS with SHA-256 and a salt of 32 bytes.");
    }
}
