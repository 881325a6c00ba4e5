using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>A login whose certificate, path, signature and revocation all held. Only <see cref="PendingLogin.Complete"/> makes one.</summary>
public sealed class VerifiedLogin
{
    private readonly ProvenHolder holder;

    internal VerifiedLogin(ProvenHolder holder, DateTimeOffset provenAt, RevocationEvidence holderEvidence, RevocationEvidence issuerEvidence) =>
        (this.holder, ProvenAt, HolderEvidence, IssuerEvidence) = (holder, provenAt, holderEvidence, issuerEvidence);

    /// <summary>11 digits. Personal data by law: goes into the pseudonym, and into a claim only by a named option.</summary>
    public string NationalNumber => holder.Number;

    /// <summary>Given names of the certificate's subject, or null. Control and direction characters stand as U+FFFD.</summary>
    public string? GivenName => holder.GivenName;

    /// <summary>Surname of the certificate's subject, or null. Control and direction characters stand as U+FFFD.</summary>
    public string? Surname => holder.Surname;

    /// <summary>The verifier's time.</summary>
    public DateTimeOffset ProvenAt { get; }

    /// <summary>What said that the holder's certificate is not revoked.</summary>
    public RevocationEvidence HolderEvidence { get; }

    /// <summary>What said that the issuing CA is not revoked.</summary>
    public RevocationEvidence IssuerEvidence { get; }

    /// <summary>Nobody answered, and evidence past its end counted (<see cref="RevocationMode.Grace"/>): worth a line in the log, and less than a full login.</summary>
    public bool IsGrace => HolderEvidence.IsGrace || IssuerEvidence.IsGrace;

    /// <summary>The path ended in a test anchor.</summary>
    public bool TestTrust => holder.IsTest;

    /// <summary>The certificate policy is not on the list but in an arc where one is expected (Root CA6 only): worth a line in the log.</summary>
    public bool HasUnlistedPolicy => holder.HasUnlistedPolicy;

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(VerifiedLogin);
}
