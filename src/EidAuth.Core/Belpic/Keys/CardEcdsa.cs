using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>The non-repudiation key of a P-384 card. The card answers r and s in their full width; .NET makes DER of it where a caller wants that.</summary>
internal sealed class CardEcdsa : ECDsa
{
    private const byte AnyHash = 0x40;

    private readonly ECDsa publicKey;
    private readonly CardSigner sign;

    public CardEcdsa(ECDsa publicKey, CardSigner sign)
    {
        (this.publicKey, this.sign) = (publicKey, sign);
        LegalKeySizesValue = [new KeySizes(publicKey.KeySize, publicKey.KeySize, 0)];
        KeySizeValue = publicKey.KeySize;
    }

    private int SignatureLength => 2 * KeySize / 8;

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        if (hash.Length is not (20 or 28 or 32 or 48 or 64))
        {
            throw new NotSupportedException("This card signs digests of 20, 28, 32, 48 or 64 bytes.");
        }

        var signature = sign(AnyHash, hash, hash, SignatureLength);
        return publicKey.VerifyHash(hash, signature) ? signature : throw CardKeys.WrongSignature();
    }

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature) => publicKey.VerifyHash(hash, signature);

    /// <inheritdoc/>
    public override bool VerifyHash(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) => publicKey.VerifyHash(hash, signature);

    /// <inheritdoc/>
    public override ECParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw CardKeys.NotExportable() : publicKey.ExportParameters(includePrivateParameters: false);

    /// <inheritdoc/>
    public override ECParameters ExportExplicitParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw CardKeys.NotExportable() : publicKey.ExportExplicitParameters(includePrivateParameters: false);

    /// <inheritdoc/>
    public override void ImportParameters(ECParameters parameters) => throw CardKeys.NotChangeable();

    /// <inheritdoc/>
    public override void GenerateKey(ECCurve curve) => throw CardKeys.NotChangeable();

    /// <inheritdoc/>
    protected override bool TrySignHashCore(ReadOnlySpan<byte> hash, Span<byte> destination, DSASignatureFormat signatureFormat, out int bytesWritten)
    {
        // Before anybody is asked for a PIN. How long DER gets is known afterwards only, so room for the longest is wanted.
        if (destination.Length < GetMaxSignatureSize(signatureFormat))
        {
            bytesWritten = 0;
            return false;
        }

        return base.TrySignHashCore(hash, destination, signatureFormat, out bytesWritten);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            publicKey.Dispose();
        }

        base.Dispose(disposing);
    }
}
