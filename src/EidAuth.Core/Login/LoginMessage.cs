using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Login;

/// <summary>
/// The only thing the authentication key ever signs (security rule 2): H(origin) ‖ H(nonce), Web eID's login message. It can be made only from an origin and
/// a nonce, so no caller can have bytes of its own signed.
/// </summary>
public sealed class LoginMessage
{
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
        // Only these three: the token's algorithms know no other.
        if (hash != HashAlgorithmName.SHA256 && hash != HashAlgorithmName.SHA384 && hash != HashAlgorithmName.SHA512)
        {
            throw new ArgumentException("SHA-256, SHA-384 or SHA-512.", nameof(hash));
        }

        return
        [
            .. CryptographicOperations.HashData(hash, Encoding.UTF8.GetBytes(origin.Value)),
            .. CryptographicOperations.HashData(hash, Encoding.UTF8.GetBytes(nonce)),
        ];
    }

    /// <summary>What the card is given: H(H(origin) ‖ H(nonce)), 32, 48 or 64 bytes.</summary>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    public byte[] Digest(HashAlgorithmName hash) => CryptographicOperations.HashData(hash, SignedBytes(hash));
}
