using System.Security.Cryptography;
using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>
/// Judges the body of an OCSP answer: the acceptance rules of RFC 6960 §3.2 with the lightweight profile of RFC 5019, in the order of the code. An answer that
/// breaks any of them is no answer, and has the code of the first that it breaks; but revoked, once its signature held, is revoked.
/// </summary>
internal static class OcspJudge
{
    /// <summary>Runs all rules; only a fresh, verified "good" about that certificate has no rejection.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="body">What came back; empty for nothing.</param>
    /// <param name="rules">How fresh it must be.</param>
    /// <param name="now">The verifier's clock.</param>
    /// <param name="lists">The lists at hand, for responders whose own revocation must be known.</param>
    public static OcspVerdict Judge(OcspQuestion question, ReadOnlyMemory<byte> body, OcspRules rules, DateTimeOffset now, CrlStore? lists = null)
    {
        if (body.IsEmpty)
        {
            return Refuse(LoginRejection.OcspUnavailable);
        }

        if (!OcspResponse.TryReadStatus(body, out var status, out var basic))
        {
            return Refuse(LoginRejection.OcspMalformed);
        }

        // Error answers are unsigned, so anybody on the way can make one: they mean "no answer", never good and never revoked.
        if (status != 0)
        {
            return Refuse(LoginRejection.OcspUnavailable);
        }

        if (!OcspResponse.TryRead(basic, out var response))
        {
            return Refuse(LoginRejection.OcspMalformed);
        }

        if (response.HasUnknownCritical)
        {
            return Refuse(LoginRejection.OcspCriticalExtension);
        }

        if (!SignatureAlgorithm.TryFind(response.SignatureAlgorithm.Span, out var algorithm))
        {
            return Refuse(LoginRejection.OcspAlgorithm);
        }

        if (OcspSigner.Check(response, algorithm, question.Authority, new ResponderStatus(lists, rules.ResponderLists), now) is { } refusal)
        {
            return Refuse(refusal);
        }

        return JudgeSigned(question, response, rules, now);
    }

    private static OcspVerdict JudgeSigned(OcspQuestion question, in OcspResponse response, OcspRules rules, DateTimeOffset now)
    {
        var single = default(OcspSingleResponse);
        var matches = 0;
        var rest = new DerReader(response.Responses);
        while (OcspSingleResponse.TryRead(ref rest, out var other))
        {
            if (question.IsAbout(other.CertificateId))
            {
                single = other;
                matches++;
            }
        }

        var answer = matches == 0 ? new OcspAnswer(response.ProducedAt, response.ProducedAt, response.ProducedAt)
            : new OcspAnswer(response.ProducedAt, single.ThisUpdate, single.NextUpdate ?? response.ProducedAt);

        // Revoked is never taken back, so it is believed as of a list: whatever its nonce and its times are. An older list must not let the certificate pass instead.
        var rejection = matches == 1 && single!.Status == OcspStatus.Revoked ? LoginRejection.CertificateRevoked
            : !IsNonceGood(question, response, rules) ? LoginRejection.OcspNonce
            : matches != 1 ? LoginRejection.OcspCertificateMismatch
            : TimeDefect(response, single, rules, now) ?? single.Status switch
            {
                OcspStatus.Good => (LoginRejection?)null,
                OcspStatus.OnHold => LoginRejection.CertificateOnHold,
                _ => LoginRejection.OcspUnknown,
            };
        return new OcspVerdict(rejection, answer);
    }

    // RFC 9654 §2.1: the extension's value is an OCTET STRING of its own. No echo is no proof of replay: the time rules bound that. One that was not asked for says nothing.
    private static bool IsNonceGood(OcspQuestion question, in OcspResponse response, OcspRules rules)
    {
        if (response.Nonce is not { } value)
        {
            return !rules.NonceRequired;
        }

        if (question.Nonce.IsEmpty)
        {
            return true;
        }

        var reader = new DerReader(value);
        return reader.TryRead(DerTag.OctetString, out var nonce)
            && reader.IsEmpty
            && CryptographicOperations.FixedTimeEquals(nonce.Span, question.Nonce.Span);
    }

    private static LoginRejection? TimeDefect(in OcspResponse response, in OcspSingleResponse single, OcspRules rules, DateTimeOffset now) =>
        single.ThisUpdate > now + OcspRules.Skew || response.ProducedAt > now + OcspRules.Skew ? LoginRejection.OcspNotYetValid
        : single.NextUpdate is { } nextUpdate
            && nextUpdate >= now - OcspRules.Skew
            && nextUpdate > single.ThisUpdate
            && single.ThisUpdate >= now - rules.MaximumAge
            && response.ProducedAt >= single.ThisUpdate - OcspRules.Skew ? null
        : LoginRejection.OcspStale;

    private static OcspVerdict Refuse(LoginRejection reason) => new(reason, null);
}
