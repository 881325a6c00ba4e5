using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What an OCSP answer comes to.</summary>
/// <param name="Rejection">Why it does not let the certificate pass; null for a fresh, verified "good".</param>
/// <param name="Answer">Its times, once its signature held; null before.</param>
internal readonly record struct OcspVerdict(LoginRejection? Rejection, OcspAnswer? Answer)
{
    /// <summary>What it says of the certificate, where it counts.</summary>
    public RevocationStatus Status => Rejection switch
    {
        null => RevocationStatus.Good,
        LoginRejection.CertificateRevoked => RevocationStatus.Revoked,
        LoginRejection.CertificateOnHold => RevocationStatus.OnHold,
        LoginRejection.OcspUnknown => RevocationStatus.Unknown,
        _ => RevocationStatus.Undecided,
    };
}
