using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What a revocation list comes to for one certificate. Undecided unless made by <see cref="CrlJudge"/>.</summary>
/// <param name="Status">What it says.</param>
/// <param name="Defect">Why it says nothing; null when it does.</param>
/// <param name="Evidence">The list, once its signature held; null before.</param>
internal readonly record struct CrlVerdict(CrlStatus Status, CrlDefect? Defect, CrlEvidence? Evidence)
{
    /// <summary>The list is past its end, or from the future: it counts by a grace, or because it says revoked.</summary>
    public bool IsOutOfTime { get; init; }

    /// <summary>The verdict as a login sees it; null only when a list that counts does not have the certificate.</summary>
    /// <param name="isIssuer">The certificate asked about is the issuing CA's.</param>
    public LoginRejection? Rejection(bool isIssuer) => Status switch
    {
        CrlStatus.NotListed => null,
        CrlStatus.Revoked => isIssuer ? LoginRejection.IssuerRevoked : LoginRejection.CertificateRevoked,
        CrlStatus.OnHold => isIssuer ? LoginRejection.IssuerRevoked : LoginRejection.CertificateOnHold,
        _ => LoginRejection.OcspUnavailable,
    };

    /// <summary>No list that counts.</summary>
    public static CrlVerdict Undecided(CrlDefect defect, CrlEvidence? evidence = null) => new(CrlStatus.Undecided, defect, evidence);
}
