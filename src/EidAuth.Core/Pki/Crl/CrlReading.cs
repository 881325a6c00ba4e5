namespace EidAuth.Pki;

/// <summary>What reading came to: a list or a defect, never both.</summary>
internal readonly record struct CrlReading(CertificateList? List, CrlDefect? Defect)
{
    public static implicit operator CrlReading(CrlDefect defect) => new(null, defect);

    public static implicit operator CrlReading(CertificateList list) => new(list, null);
}
