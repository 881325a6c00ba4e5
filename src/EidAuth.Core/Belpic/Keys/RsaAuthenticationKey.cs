using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>RSA-2048, applet 1.7: algorithm 01, PKCS#1 v1.5 over a DigestInfo made here. (08 would make it on the card, but not every reader lets that pass.)</summary>
internal sealed class RsaAuthenticationKey(RSA key) : AuthenticationKey
{
    /// <inheritdoc/>
    public override byte SecurityAlgorithm => 0x01;

    /// <inheritdoc/>
    public override string TokenAlgorithm => "RS256";

    /// <inheritdoc/>
    public override HashAlgorithmName Hash => HashAlgorithmName.SHA256;

    /// <inheritdoc/>
    public override int SignatureLength => 256;

    /// <inheritdoc/>
    public override byte[] SignatureInput(ReadOnlySpan<byte> digest) => [.. DigestInfo.Head(Hash)!, .. digest];

    /// <inheritdoc/>
    public override void Dispose() => key.Dispose();

    /// <inheritdoc/>
    protected override bool IsSignature(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature) =>
        key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
