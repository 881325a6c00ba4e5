using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>Is this certificate revoked? Made by a verifier, once the certificate's issuer is proven.</summary>
public sealed class RevocationQuestion
{
    private readonly Certificate certificate;
    private readonly CertificateAuthority authority;
    private readonly bool isTest;
    private readonly Uri? responder;

    internal RevocationQuestion(Certificate certificate, CertificateAuthority authority, bool isIssuer, bool isTest)
    {
        (this.certificate, this.authority, IsIssuer, this.isTest) = (certificate, authority, isIssuer, isTest);
        Key = RevocationKey.Of(authority, certificate.SerialNumber.Span);
        responder = AllowedAddress.OfResponder(certificate, isTest);
    }

    /// <summary>The same for every question about this certificate.</summary>
    public RevocationKey Key { get; }

    /// <summary>It is about an issuing CA, which its root answers for.</summary>
    public bool IsIssuer { get; }

    /// <summary>For the responder, made at the first look, with a nonce of its own; null where the certificate names no responder on the list of allowed hosts.</summary>
    public OcspQuestion? Ocsp => responder is null ? null : field ??= OcspQuestion.About(certificate, authority, responder);

    /// <summary>For the list, made at the first look.</summary>
    public CrlQuestion Crl => field ??= CrlQuestion.About(certificate, authority, isTest);

    /// <summary>Says nothing of the certificate.</summary>
    public override string ToString() => IsIssuer ? "RevocationQuestion about an issuing CA" : "RevocationQuestion about a holder";

    /// <summary>Judges the body that came back for <see cref="Ocsp"/>; empty when there was none.</summary>
    internal RevocationFinding JudgeAnswer(ReadOnlyMemory<byte> body, bool nonceRequired, DateTimeOffset now)
    {
        if (Ocsp is not { } question)
        {
            return new RevocationFinding(Key, LoginRejection.OcspAddressRefused, null);
        }

        var rules = IsIssuer ? OcspRules.ForIssuer(nonceRequired) : OcspRules.ForHolder(nonceRequired);
        var verdict = OcspJudge.Judge(question, body, rules, now);
        var evidence = verdict.Answer is { } answer
            ? new RevocationEvidence(RevocationSource.Ocsp, answer.ProducedAt, answer.ThisUpdate, answer.NextUpdate, rules.GoodUntil(answer))
            : null;
        return new RevocationFinding(Key, AsOfIssuer(verdict.Rejection), evidence);
    }

    /// <summary>What the lists say, those that end before <paramref name="now"/> but not longer ago than <paramref name="grace"/> included.</summary>
    internal RevocationFinding JudgeLists(CrlStore lists, TimeSpan grace, DateTimeOffset now)
    {
        lists.TryLookup(authority, CrlSubject.Of(certificate), now, grace, out var verdict);
        var evidence = verdict.Evidence is { } list && verdict.Status != CrlStatus.Undecided
            ? new RevocationEvidence(RevocationSource.Crl, list.ThisUpdate, list.ThisUpdate, list.NextUpdate, lists.CountsUntil(list, IsIssuer) + grace)
            {
                CrlNumber = list.Number,
                IsGrace = now > lists.CountsUntil(list, IsIssuer) + CrlRules.Skew,
            }
            : null;
        return new RevocationFinding(Key, verdict.Rejection(IsIssuer), evidence);
    }

    private LoginRejection? AsOfIssuer(LoginRejection? rejection) =>
        IsIssuer && rejection is LoginRejection.CertificateRevoked or LoginRejection.CertificateOnHold ? LoginRejection.IssuerRevoked : rejection;
}
