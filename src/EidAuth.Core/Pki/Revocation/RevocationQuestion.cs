using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>Is this certificate revoked? Made by a verifier, once the certificate's issuer is proven.</summary>
public sealed class RevocationQuestion
{
    private readonly CertificateAuthority authority;
    private readonly bool isTest;

    internal RevocationQuestion(Certificate certificate, CertificateAuthority authority, bool isIssuer, bool isTest)
    {
        (Certificate, this.authority, IsIssuer, this.isTest) = (certificate, authority, isIssuer, isTest);
        Key = RevocationKey.Of(authority, certificate.SerialNumber.Span);
    }

    /// <summary>The same for every question about this certificate.</summary>
    public RevocationKey Key { get; }

    /// <summary>It is about an issuing CA, which its root answers for.</summary>
    public bool IsIssuer { get; }

    /// <summary>
    /// For the responder as it is asked by default, made at the first look, with a nonce of its own; null where the certificate names no responder on the list of
    /// allowed hosts.
    /// </summary>
    public OcspQuestion? Ocsp => Responder is not { } responder ? null : field ??= OcspQuestion.About(Certificate, authority, responder);

    /// <summary>For the list, made at the first look.</summary>
    public CrlQuestion Crl => field ??= CrlQuestion.About(Certificate, authority, isTest);

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => IsIssuer ? "RevocationQuestion about an issuing CA" : "RevocationQuestion about a holder";

    /// <summary>The certificate names a responder on the list of allowed hosts.</summary>
    internal bool HasResponder => Responder is not null;

    /// <summary>The certificate asked about.</summary>
    internal Certificate Certificate { get; }

    private Uri? Responder => authority.ResponderOf(Certificate, isTest);

    /// <summary>For the responder as that policy asks it.</summary>
    internal OcspQuestion OcspBy(RevocationPolicy policy)
    {
        var responder = Responder!;
        var hasNonce = policy.HabitOf(responder) != NonceHabit.Refuses;
        return hasNonce && policy.CertIdHash == CertIdHash.Sha1 ? Ocsp!
            : OcspQuestion.About(Certificate, authority, responder, policy.CertIdHash, hasNonce ? null : ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>Judges the body that came back for a question; empty when there was none.</summary>
    internal RevocationFinding JudgeAnswer(OcspQuestion question, ReadOnlyMemory<byte> body, RevocationPolicy policy, CrlStore lists, DateTimeOffset now)
    {
        var mustRepeat = policy.HabitOf(question.Address) == NonceHabit.Repeats;
        var rules = IsIssuer ? OcspRules.ForIssuer(mustRepeat) : OcspRules.ForHolder(mustRepeat);
        var verdict = OcspJudge.Judge(question, body, rules, now, lists);
        var evidence = verdict.Answer is { } answer
            ? new RevocationEvidence(RevocationSource.Ocsp, answer.ProducedAt, answer.ThisUpdate, answer.NextUpdate, rules.CountsUntil(answer))
            : null;
        return new RevocationFinding(Key, verdict.Status, AsOfIssuer(verdict.Rejection), evidence, now);
    }

    /// <summary>
    /// What the lists say, those that ended not longer ago than <paramref name="grace"/> included; null when none decides. One that says revoked decides however old
    /// it is.
    /// </summary>
    internal RevocationFinding? JudgeLists(CrlStore lists, TimeSpan grace, DateTimeOffset now)
    {
        if (!lists.TryLookup(authority, CrlSubject.Of(Certificate), now, grace, out var verdict))
        {
            return null;
        }

        var (list, status) = (verdict.Evidence!, StatusOf(verdict.Status));
        var isGrace = verdict.IsOutOfTime && status != RevocationStatus.Revoked;
        var end = lists.CountsUntil(list, IsIssuer);
        return new RevocationFinding(
            Key,
            status,
            verdict.Rejection(IsIssuer),
            new RevocationEvidence(RevocationSource.Crl, list.ThisUpdate, list.ThisUpdate, list.NextUpdate, isGrace ? end + grace : end) { CrlNumber = list.Number, IsGrace = isGrace },
            now);
    }

    private static RevocationStatus StatusOf(CrlStatus status) => status switch
    {
        CrlStatus.NotListed => RevocationStatus.Good,
        CrlStatus.OnHold => RevocationStatus.OnHold,
        CrlStatus.Revoked => RevocationStatus.Revoked,
        _ => RevocationStatus.Undecided,
    };

    // A CA on hold issues nothing that counts: who asks whether it may be lifted is not the citizen.
    private LoginRejection? AsOfIssuer(LoginRejection? rejection) =>
        IsIssuer && rejection is (LoginRejection.CertificateRevoked or LoginRejection.CertificateOnHold) ? LoginRejection.IssuerRevoked : rejection;
}
