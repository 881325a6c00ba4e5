namespace EidAuth.Simulator.Pki;

/// <summary>CertStatus of RFC 6960 §4.2.1, as the test PKI knows it.</summary>
public abstract record CertificateStatus
{
    private CertificateStatus()
    {
    }

    /// <summary>good.</summary>
    public sealed record Good : CertificateStatus;

    /// <summary>revoked, with the CRLReason code of RFC 5280 §5.3.1 or null.</summary>
    public sealed record Revoked(DateTimeOffset Since, int? Reason) : CertificateStatus;

    /// <summary>unknown.</summary>
    public sealed record Unknown : CertificateStatus;
}
