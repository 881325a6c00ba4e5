using System.Security.Cryptography;
using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>The token's signature by the certificate's key. Each kind of key has exactly one algorithm, so a token cannot choose one.</summary>
internal static class TokenSignature
{
    /// <summary>Null when the signature over this origin and challenge holds.</summary>
    public static LoginRejection? Check(LoginToken token, Certificate certificate, LoginMessage message)
    {
        var (algorithm, hash) = certificate.PublicKey.Kind switch
        {
            KeyKind.Rsa => ("RS256", HashAlgorithmName.SHA256),
            KeyKind.P256 => ("ES256", HashAlgorithmName.SHA256),
            KeyKind.P384 => ("ES384", HashAlgorithmName.SHA384),
            KeyKind.P521 => ("ES512", HashAlgorithmName.SHA512),
            _ => ("", default),
        };
        if (token.Algorithm != algorithm)
        {
            return LoginRejection.AlgorithmMismatch;
        }

        Span<byte> digest = stackalloc byte[LoginMessage.LongestDigest];
        return VerificationKey.VerifyOnce(certificate, hash, digest[..message.Digest(hash, digest)], token.Signature.Span) switch
        {
            true => null,
            false => LoginRejection.TokenSignatureInvalid,
            null => LoginRejection.KeyNotAllowed,
        };
    }
}
