using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Who signed an answer, and whether he may (RFC 6960 §4.2.2.2): the CA that issued the certificate asked about, or a responder whose certificate that same key
/// signed directly. A CA higher up, a sibling CA, or a citizen's own certificate may not.
/// </summary>
internal static class OcspSigner
{
    private const int MaximumCertificates = 8;

    /// <summary>Null when an authorised signer's signature over the received bytes holds; else how far the best of those named by the answer came.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="algorithm">Its signature's.</param>
    /// <param name="authority">The CA that issued the certificate asked about.</param>
    /// <param name="responders">Tells whether a responder without nocheck is revoked.</param>
    /// <param name="now">The verifier's clock.</param>
    public static LoginRejection? Check(
        in OcspResponse response, SignatureAlgorithm algorithm, CertificateAuthority authority, in ResponderStatus responders, DateTimeOffset now)
    {
        var refusal = LoginRejection.OcspResponderUnknown;
        if (IsNamed(response, authority.Certificate))
        {
            if (HasSigned(authority.Key, response, algorithm))
            {
                return null;
            }

            refusal = LoginRejection.OcspSignature;
        }

        // The responder's certificate is the one that responderID names, wherever it stands in the list. Several may have the name: a renewed one and its predecessor.
        var list = new DerReader(response.Certificates);
        for (var i = 0; i < MaximumCertificates && list.TryReadAny(out _, out _, out var encoded); i++)
        {
            var responder = authority.KnownDelegate(encoded.Span);
            if ((responder is null && !Certificate.TryRead(encoded, out responder)) || !IsNamed(response, responder!))
            {
                continue;
            }

            if (CheckDelegate(response, algorithm, responder!, authority, responders, now) is not { } reason)
            {
                return null;
            }

            // The reasons stand in the order of the checks.
            refusal = reason > refusal ? reason : refusal;
        }

        return refusal;
    }

    private static LoginRejection? CheckDelegate(
        in OcspResponse response, SignatureAlgorithm algorithm, Certificate responder, CertificateAuthority authority, in ResponderStatus responders, DateTimeOffset now)
    {
        // OCSPSigning by name: anyExtendedKeyUsage is not enough.
        if (!responder.Extensions.HasPurposes
            || !responder.Extensions.Purposes.Contains(Oid.OcspSigning)
            || !responder.Issuer.Span.SequenceEqual(authority.Certificate.Subject.Span))
        {
            return LoginRejection.OcspResponderUnauthorized;
        }

        // A signature by an algorithm that is not allowed proves nothing, neither that the CA made it nor that it did not.
        if (!SignatureAlgorithm.TryFind(responder.SignatureAlgorithm.Span, out _) || responder.PublicKey.Kind == KeyKind.NotAllowed)
        {
            return LoginRejection.OcspResponderInvalid;
        }

        if (authority.KeyOfDelegate(responder) is not { } key)
        {
            return LoginRejection.OcspResponderUnauthorized;
        }

        if (!responder.IsValidAt(now) || CertificateProfile.Responder.Check(responder.Extensions) != ProfileDefect.None)
        {
            return LoginRejection.OcspResponderInvalid;
        }

        // Without nocheck the delegate's own revocation has to be known, and not by the answer of a delegate (§4.2.2.2.1).
        if (!responder.Extensions.HasOcspNoCheck && !responders.IsCleared(responder, authority, now))
        {
            return LoginRejection.OcspResponderRevocation;
        }

        return HasSigned(key, response, algorithm) ? null : LoginRejection.OcspSignature;
    }

    private static bool IsNamed(in OcspResponse response, Certificate certificate) =>
        response.ResponderKeyHash.IsEmpty
            ? response.ResponderName.Span.SequenceEqual(certificate.Subject.Span)
            : OcspHash.Is(response.ResponderKeyHash.Span, certificate.PublicKey.Bits.Span);

    private static bool HasSigned(VerificationKey key, in OcspResponse response, SignatureAlgorithm algorithm) =>
        key.Verify(algorithm, response.Signed.Span, response.Signature.Span);
}
