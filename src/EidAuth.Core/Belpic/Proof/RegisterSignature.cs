using System.Security.Cryptography;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>Verifies files 4032 and 4034: the National Register's signatures, as stored with their padding.</summary>
internal static class RegisterSignature
{
    private const int Sha1Length = 20;

    /// <summary>Verifies one; says also whether only SHA-1 made it right.</summary>
    /// <param name="key">The National Register's.</param>
    /// <param name="photoHashLength">Bytes of tag 11, or null where the identity is not known: a card that still has SHA-1 there may have it here.</param>
    /// <param name="signed">What it is over.</param>
    /// <param name="file">The file as stored.</param>
    /// <param name="isSha1">The signature is right, and is SHA-1.</param>
    public static bool Verify(RegisterKey key, int? photoHashLength, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> file, out bool isSha1)
    {
        isSha1 = false;
        if (key.IsEc)
        {
            // Re-keyed 1.7 cards have this with a photo hash of 32 bytes: the hash follows the key.
            return TryCut(file, DerLength(file), out var der) && key.Verify(HashAlgorithmName.SHA384, signed, der);
        }

        if (!TryCut(file, key.SignatureLength, out var raw))
        {
            return false;
        }

        if (key.Verify(HashAlgorithmName.SHA256, signed, raw))
        {
            return true;
        }

        isSha1 = photoHashLength == Sha1Length && key.Verify(HashAlgorithmName.SHA1, signed, raw);
        return isSha1;
    }

    // 30 len, and len below 80: two numbers of P-384 need at most 102 bytes.
    private static int DerLength(ReadOnlySpan<byte> file) => file is [0x30, < 0x80 and var length, ..] ? length + 2 : 0;

    // After the signature come zeros and nothing else.
    private static bool TryCut(ReadOnlySpan<byte> file, int length, out ReadOnlySpan<byte> signature)
    {
        signature = length <= file.Length ? file[..length] : [];
        return length > 0 && length <= file.Length && !file[length..].ContainsAnyExcept((byte)0);
    }
}
