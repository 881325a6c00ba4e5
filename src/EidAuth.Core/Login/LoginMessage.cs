using System.Security.Cryptography;

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
    public LoginMessage(Origin origin, string nonce) => (this.origin, this.nonce) = (origin, nonce);

    /// <summary>The bytes that the signature algorithm hashes: two hashes, 64 or 96 bytes.</summary>
    public byte[] SignedBytes(HashAlgorithmName hash) => throw new NotImplementedException();

    /// <summary>What the card is given: H(H(origin) ‖ H(nonce)), 32 or 48 bytes.</summary>
    public byte[] Digest(HashAlgorithmName hash) => throw new NotImplementedException();
}
