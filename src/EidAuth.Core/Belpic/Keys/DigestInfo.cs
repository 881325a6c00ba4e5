using System.Security.Cryptography;

namespace EidAuth.Belpic;

/// <summary>What an RSA card pads by PKCS#1 v1.5: the name of the hash, then the digest (RFC 8017 §9.2, note 1).</summary>
internal static class DigestInfo
{
    /// <summary>Everything up to the digest; the last byte is the digest's length. Null for another hash than SHA-256, SHA-384 and SHA-512.</summary>
    public static byte[]? Head(HashAlgorithmName hash)
    {
        var (name, length) = hash.Name switch
        {
            nameof(HashAlgorithmName.SHA256) => ((byte)0x01, (byte)SHA256.HashSizeInBytes),
            nameof(HashAlgorithmName.SHA384) => ((byte)0x02, (byte)SHA384.HashSizeInBytes),
            nameof(HashAlgorithmName.SHA512) => ((byte)0x03, (byte)SHA512.HashSizeInBytes),
            _ => default,
        };
        return length == 0
            ? null
            : [0x30, (byte)(0x11 + length), 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, name, 0x05, 0x00, 0x04, length];
    }
}
