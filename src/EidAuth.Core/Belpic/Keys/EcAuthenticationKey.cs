using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>P-384, applet 1.8: algorithm 40, the digest as it is; the card answers R‖S of 48 bytes each.</summary>
internal sealed class EcAuthenticationKey(ECDsa key) : AuthenticationKey
{
    /// <inheritdoc/>
    public override byte SecurityAlgorithm => 0x40;

    /// <inheritdoc/>
    public override string TokenAlgorithm => "ES384";

    /// <inheritdoc/>
    public override HashAlgorithmName Hash => HashAlgorithmName.SHA384;

    /// <inheritdoc/>
    public override int SignatureLength => 96;

    /// <inheritdoc/>
    public override byte[] SignatureInput(ReadOnlySpan<byte> digest) => digest.ToArray();

    /// <inheritdoc/>
    public override void Dispose() => key.Dispose();

    /// <inheritdoc/>
    protected override bool IsSignature(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature) =>
        key.VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
