using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>A login that waits for what is known about revocation. It names what must be asked; only <see cref="Complete"/> makes a <see cref="VerifiedLogin"/>.</summary>
public sealed class PendingLogin
{
    private readonly ProvenHolder holder;
    private readonly IssuingCa issuingCa;
    private readonly TrustAnchors anchors;

    internal PendingLogin(RevocationQuestion holderQuestion, RevocationQuestion issuerQuestion, ProvenHolder holder, IssuingCa issuingCa, TrustAnchors anchors)
    {
        (Holder, Issuer) = (holderQuestion, issuerQuestion);
        (this.holder, this.issuingCa, this.anchors) = (holder, issuingCa, anchors);
    }

    /// <summary>The question about the holder's certificate.</summary>
    public RevocationQuestion Holder { get; }

    /// <summary>The question about the issuing CA.</summary>
    public RevocationQuestion Issuer { get; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(PendingLogin);

    /// <summary>Concludes at <paramref name="now"/> from what two <see cref="RevocationCheck"/>s found.</summary>
    /// <param name="holderFinding">About <see cref="Holder"/>, of this login or of another one with the same certificate, at most two minutes old.</param>
    /// <param name="issuerFinding">About <see cref="Issuer"/>, of this login or another one, at most two minutes old.</param>
    /// <param name="now">The verifier's clock.</param>
    /// <exception cref="ArgumentException">A finding is about another certificate.</exception>
    public LoginOutcome Complete(RevocationFinding holderFinding, RevocationFinding issuerFinding, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(holderFinding);
        ArgumentNullException.ThrowIfNull(issuerFinding);
        if (holderFinding.Key != Holder.Key || issuerFinding.Key != Issuer.Key)
        {
            throw new ArgumentException("A finding is about another certificate than this login's.");
        }

        // Time went by since the first half.
        if (!Holder.Certificate.IsValidAt(now))
        {
            return new LoginOutcome.Rejected(now < Holder.Certificate.NotBefore ? LoginRejection.CertificateNotYetValid : LoginRejection.CertificateExpired);
        }

        if (!issuingCa.IsValidAt(now, anchors))
        {
            return new LoginOutcome.Rejected(LoginRejection.ChainExpired);
        }

        return (Refusal(holderFinding, now) ?? Refusal(issuerFinding, now)) is { } reason
            ? new LoginOutcome.Rejected(reason) { HolderEvidence = holderFinding.Evidence, IssuerEvidence = issuerFinding.Evidence }
            : new LoginOutcome.Accepted(new VerifiedLogin(holder, provenAt: now, holderFinding.Evidence!, issuerFinding.Evidence!));
    }

    private static LoginRejection? Refusal(RevocationFinding finding, DateTimeOffset now) =>
        finding.Rejection ?? (finding.LetsPassAt(now) ? null : LoginRejection.OcspUnavailable);
}
