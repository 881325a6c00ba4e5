using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What is known about the revocation of one certificate. Made by judging answers and lists only (<see cref="RevocationCheck"/>).</summary>
public sealed class RevocationFinding
{
    internal RevocationFinding(RevocationKey key, LoginRejection? rejection, RevocationEvidence? evidence) => (Key, Rejection, Evidence) = (key, rejection, evidence);

    /// <summary>Which certificate it is about.</summary>
    public RevocationKey Key { get; }

    /// <summary>Why the certificate may not pass; null only when fresh, verified evidence says it is not revoked.</summary>
    public LoginRejection? Rejection { get; }

    /// <summary>What said so; null when nothing whose signature held did.</summary>
    public RevocationEvidence? Evidence { get; }

    /// <summary>Somebody authorised said good, revoked, on hold or unknown: nobody else need be asked.</summary>
    public bool IsDecided => Rejection is null or LoginRejection.CertificateRevoked or LoginRejection.CertificateOnHold or LoginRejection.IssuerRevoked or LoginRejection.OcspUnknown;

    /// <summary>Says nothing of the certificate.</summary>
    public override string ToString() => $"{Rejection?.ToString() ?? "NotRevoked"} by {Evidence?.Source.ToString() ?? "nobody"}";

    /// <summary>What lets the certificate pass still counts at that time.</summary>
    internal bool CountsAt(DateTimeOffset now) => Evidence is { } evidence && now <= evidence.CountsUntil + OcspRules.Skew;
}
