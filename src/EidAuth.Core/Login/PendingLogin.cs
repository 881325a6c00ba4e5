using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>A login that waits for the answers about revocation. It names what must be asked; only <see cref="Complete"/> makes a <see cref="VerifiedLogin"/>.</summary>
/// <remarks>
/// An issuing CA whose certificate names no responder on the list (some made before 2017) is refused with <see cref="LoginRejection.OcspAddressRefused"/>: the
/// roots' revocation lists, which would answer for it, are not read yet.
/// </remarks>
public sealed class PendingLogin
{
    private readonly ProvenHolder holder;
    private readonly IssuingCa issuingCa;
    private readonly TrustAnchors anchors;
    private readonly bool nonceRequired;
    private readonly DateTimeOffset issuerGoodUntil;

    internal PendingLogin(OcspQuestion holderQuestion, OcspQuestion? issuerQuestion, ProvenHolder holder, IssuingCa issuingCa, TrustAnchors anchors, bool nonceRequired)
    {
        (Holder, Issuer) = (holderQuestion, issuerQuestion);
        (this.holder, this.issuingCa, this.anchors, this.nonceRequired) = (holder, issuingCa, anchors, nonceRequired);
        issuerGoodUntil = issuingCa.KnownGoodUntil;
    }

    /// <summary>The question about the holder's certificate, for its issuing CA's responder.</summary>
    public OcspQuestion Holder { get; }

    /// <summary>The question about the issuing CA, for the root's responder; null when a fresh answer is already held.</summary>
    public OcspQuestion? Issuer { get; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(PendingLogin);

    /// <summary>Judges the answers at <paramref name="now"/>. A missing answer is <see cref="LoginRejection.OcspUnavailable"/>, never a pass.</summary>
    /// <param name="holderResponse">The body the responder sent for <see cref="Holder"/>, DER; empty when there was none.</param>
    /// <param name="issuerResponse">The body for <see cref="Issuer"/>; empty when there was none or nothing was asked.</param>
    /// <param name="now">The verifier's clock.</param>
    public LoginOutcome Complete(ReadOnlyMemory<byte> holderResponse, ReadOnlyMemory<byte> issuerResponse, DateTimeOffset now)
    {
        // Time went by since the first half.
        if (now < holder.NotBefore || now > holder.NotAfter)
        {
            return new LoginOutcome.Rejected(now < holder.NotBefore ? LoginRejection.CertificateNotYetValid : LoginRejection.CertificateExpired);
        }

        if (!issuingCa.IsValidAt(now, anchors))
        {
            return new LoginOutcome.Rejected(LoginRejection.ChainExpired);
        }

        // The CA's answer serves all its holders, so it is judged and kept whatever becomes of this one.
        var issuerRefusal = JudgeIssuer(issuerResponse, now);
        var verdict = OcspJudge.Judge(Holder, holderResponse, OcspRules.ForHolder(nonceRequired), now);
        if ((verdict.Rejection ?? issuerRefusal) is { } reason)
        {
            return new LoginOutcome.Rejected(reason) { ProducedAt = verdict.Answer?.ProducedAt };
        }

        return new LoginOutcome.Accepted(new VerifiedLogin(holder, provenAt: now, verdict.Answer!.Value.ProducedAt, anchors.IsTest));
    }

    private LoginRejection? JudgeIssuer(ReadOnlyMemory<byte> response, DateTimeOffset now)
    {
        if (Issuer is null)
        {
            // A good answer was held when the questions were made; this login may not outlive it for longer than clocks may differ.
            return now <= issuerGoodUntil + OcspRules.Skew ? null : LoginRejection.OcspUnavailable;
        }

        var rules = OcspRules.ForIssuer(nonceRequired);
        var verdict = OcspJudge.Judge(Issuer, response, rules, now);
        switch (verdict.Rejection)
        {
            case null:
                issuingCa.RememberGoodUntil(rules.GoodUntil(verdict.Answer!.Value));
                return null;
            case LoginRejection.CertificateRevoked or LoginRejection.CertificateOnHold:
                issuingCa.ForgetGood();
                return LoginRejection.IssuerRevoked;
            default:
                return verdict.Rejection;
        }
    }
}
