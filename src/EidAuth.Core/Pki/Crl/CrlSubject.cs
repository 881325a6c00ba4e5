namespace EidAuth.Pki;

/// <summary>The certificate that a revocation list is asked about.</summary>
/// <param name="Issuer">DER of its issuer's name.</param>
/// <param name="SerialNumber">Contents of the INTEGER. Personal data where the certificate is a citizen's.</param>
/// <param name="IsCa">It is a CA's.</param>
/// <param name="DistributionPoints">Contents of its CRL distribution points; empty for none.</param>
internal readonly record struct CrlSubject(ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> SerialNumber, bool IsCa, ReadOnlyMemory<byte> DistributionPoints)
{
    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(CrlSubject);

    /// <summary>That certificate, whose bytes must not change while this is used.</summary>
    public static CrlSubject Of(Certificate certificate) =>
        new(certificate.Issuer, certificate.SerialNumber, certificate.Extensions.IsCa, certificate.Extensions.DistributionPoints);

    /// <summary>The same over bytes nobody else holds.</summary>
    public CrlSubject Copy() => new(Issuer.ToArray(), SerialNumber.ToArray(), IsCa, DistributionPoints.ToArray());
}
