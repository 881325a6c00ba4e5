using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Login;

/// <summary>
/// The only thing the authentication key ever signs (security rule 2): H(origin) ‖ H(nonce), Web eID's login message. It can be made only from an origin and
/// a nonce, so no caller can have bytes of its own signed.
/// </summary>
public sealed class LoginMessage
{
    /// <summary>SHA-512.</summary>
    internal const int LongestDigest = 64;

    // More than a nonce and any usual origin.
    private const int ShortText = 256;

    private readonly Origin origin;
    private readonly string nonce;

    /// <summary>Binds an origin and a challenge (base64 text, hashed as text).</summary>
    public LoginMessage(Origin origin, string nonce)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentException.ThrowIfNullOrEmpty(nonce);
        (this.origin, this.nonce) = (origin, nonce);
    }

    /// <summary>The bytes that the signature algorithm hashes: two hashes, 64, 96 or 128 bytes.</summary>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    public byte[] SignedBytes(HashAlgorithmName hash)
    {
        Span<byte> bytes = stackalloc byte[2 * LongestDigest];
        return bytes[..WriteSigned(hash, bytes)].ToArray();
    }

    /// <summary>What the card is given: H(H(origin) ‖ H(nonce)), 32, 48 or 64 bytes.</summary>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    public byte[] Digest(HashAlgorithmName hash)
    {
        Span<byte> digest = stackalloc byte[LongestDigest];
        return digest[..Digest(hash, digest)].ToArray();
    }

    /// <summary>The same into a buffer of <see cref="LongestDigest"/>; gives its length.</summary>
    internal int Digest(HashAlgorithmName hash, Span<byte> digest)
    {
        Span<byte> bytes = stackalloc byte[2 * LongestDigest];
        return CryptographicOperations.HashData(hash, bytes[..WriteSigned(hash, bytes)], digest);
    }

    private int WriteSigned(HashAlgorithmName hash, Span<byte> bytes)
    {
        // Only these three: the token's algorithms know no other.
        if (hash != HashAlgorithmName.SHA256 && hash != HashAlgorithmName.SHA384 && hash != HashAlgorithmName.SHA512)
        {
            throw new ArgumentException("SHA-256, SHA-384 or SHA-512.", nameof(hash));
        }

        var length = HashText(hash, origin.Value, bytes);
        return length + HashText(hash, nonce, bytes[length..]);
    }

    private static int HashText(HashAlgorithmName hash, string text, Span<byte> digest)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = length <= ShortText ? stackalloc byte[ShortText] : new byte[length];
        return CryptographicOperations.HashData(hash, bytes[..Encoding.UTF8.GetBytes(text, bytes)], digest);
    }
}
