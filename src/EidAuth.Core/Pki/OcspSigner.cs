using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Who signed an answer, and whether he may (RFC 6960 §4.2.2.2): the CA that issued the certificate asked about, or a responder whose certificate that same key
/// signed directly. A CA higher up, a sibling CA, or a citizen's own certificate may not.
/// </summary>
internal static class OcspSigner
{
    private const int MaximumCertificates = 8;

    /// <summary>Null when an authorised signer's signature over the received bytes holds.</summary>
    public static LoginRejection? Check(OcspResponse response, SignatureAlgorithm algorithm, CertificateAuthority authority, DateTimeOffset now)
    {
        var refusal = LoginRejection.OcspResponder;
        if (IsNamed(response, authority.Certificate))
        {
            if (HasSigned(authority.Key, response, algorithm))
            {
                return null;
            }

            refusal = LoginRejection.OcspSignature;
        }

        // The responder's certificate is the one that responderID names, wherever it stands in the list.
        var list = new DerReader(response.Certificates);
        for (var i = 0; i < MaximumCertificates && list.TryReadAny(out _, out _, out var encoded); i++)
        {
            if (!Certificate.TryRead(encoded, out var responder) || !IsNamed(response, responder!) || !IsAuthorised(responder!, authority, now))
            {
                continue;
            }

            if (authority.KeyOfDelegate(responder!) is not { } key)
            {
                continue;
            }

            if (HasSigned(key, response, algorithm))
            {
                return null;
            }

            refusal = LoginRejection.OcspSignature;
        }

        return refusal;
    }

    private static bool IsNamed(OcspResponse response, Certificate certificate) =>
        response.ResponderKeyHash.IsEmpty
            ? response.ResponderName.Span.SequenceEqual(certificate.Subject.Span)
            : response.ResponderKeyHash.Span.SequenceEqual(OcspHash.Of(certificate.PublicKey.Bits.Span));

    // Without nocheck the delegate's own revocation would have to be asked, by the answer of a delegate: refused (§4.2.2.2.1).
    private static bool IsAuthorised(Certificate responder, CertificateAuthority authority, DateTimeOffset now) =>
        CertificateProfile.Responder.Check(responder.Extensions) == ProfileDefect.None
        && responder.Extensions.HasOcspNoCheck
        && responder.IsValidAt(now)
        && responder.Issuer.Span.SequenceEqual(authority.Certificate.Subject.Span);

    private static bool HasSigned(VerificationKey key, OcspResponse response, SignatureAlgorithm algorithm) =>
        key.Verify(algorithm, response.Signed.Span, response.Signature.Span);
}
