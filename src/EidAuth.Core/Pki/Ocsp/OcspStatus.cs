namespace EidAuth.Pki;

/// <summary>CertStatus, with certificateHold told apart because it can be lifted.</summary>
internal enum OcspStatus
{
    Good,
    Revoked,
    OnHold,
    Unknown,
}
