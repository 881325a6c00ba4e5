using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Pki;

namespace EidAuth.Benchmarks.Validation;

/// <summary>
/// What no validator can do without, on the same bytes: the signatures of certificate, token and answer, over digests made beforehand, with key objects of CA and
/// responder that are held; and the holder's key made from its certificate (EC) or its SubjectPublicKeyInfo (RSA).
/// </summary>
internal sealed class ValidationFloor
{
    private readonly AsymmetricAlgorithm authority;
    private readonly AsymmetricAlgorithm responder;
    private readonly Work[] works;

    public ValidationFloor(MeasuredSite site)
    {
        authority = KeyOf(site.Authority.Encoded);
        responder = KeyOf(site.Responder.Encoded);
        works = [.. site.Logins.Select(Prepare)];
    }

    /// <summary>That of one login.</summary>
    public void Run(int login, bool withAnswer)
    {
        var work = works[login];
        bool holds;
        if (authority is RSA)
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(work.PublicKey, out _);
            holds = Verify(rsa, work.Token) && Verify(authority, work.Certificate) && (!withAnswer || Verify(responder, work.Answer));
        }
        else
        {
            using var certificate = X509CertificateLoader.LoadCertificate(work.Encoded);
            using var ec = certificate.GetECDsaPublicKey()!;
            holds = Verify(ec, work.Token) && Verify(authority, work.Certificate) && (!withAnswer || Verify(responder, work.Answer));
        }

        if (!holds)
        {
            throw new InvalidOperationException("A signature does not hold.");
        }
    }

    private static bool Verify(AsymmetricAlgorithm key, Signed signed) => key is RSA rsa
        ? rsa.VerifyHash(signed.Digest, signed.Signature, signed.Hash, RSASignaturePadding.Pkcs1)
        : ((ECDsa)key).VerifyHash(signed.Digest, signed.Signature, signed.Format);

    private static Work Prepare(MeasuredLogin login)
    {
        _ = Certificate.TryRead(login.Certificate.Encoded, out var certificate);
        _ = OcspResponse.TryReadStatus(login.Answer, out _, out var basic);
        _ = OcspResponse.TryRead(basic, out var answer);
        var hash = login.Certificate.Key.TokenAlgorithm.Hash;
        return new Work(
            login.Certificate.Encoded,
            certificate!.PublicKey.Encoded.ToArray(),
            new Signed(hash, login.Message.Digest(hash), login.Token.Signature.ToArray(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            Hashed(certificate.SignatureAlgorithm, certificate.Signed, certificate.Signature),
            Hashed(answer!.SignatureAlgorithm, answer.Signed, answer.Signature));
    }

    private static Signed Hashed(ReadOnlyMemory<byte> identifier, ReadOnlyMemory<byte> signed, ReadOnlyMemory<byte> signature)
    {
        _ = SignatureAlgorithm.TryFind(identifier.Span, out var algorithm);
        return new Signed(algorithm.Hash, CryptographicOperations.HashData(algorithm.Hash, signed.Span), signature.ToArray(), DSASignatureFormat.Rfc3279DerSequence);
    }

    private static AsymmetricAlgorithm KeyOf(byte[] encoded)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(encoded);
        return (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey()!;
    }

    private sealed record Signed(HashAlgorithmName Hash, byte[] Digest, byte[] Signature, DSASignatureFormat Format);

    private sealed record Work(byte[] Encoded, byte[] PublicKey, Signed Token, Signed Certificate, Signed Answer);
}
