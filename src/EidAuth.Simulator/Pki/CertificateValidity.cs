namespace EidAuth.Simulator.Pki;

/// <summary>notBefore and notAfter; both belong to the period (RFC 5280 §4.1.2.5).</summary>
internal readonly record struct CertificateValidity(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>Whole years around the midnight (UTC) before <paramref name="now"/>.</summary>
    public static CertificateValidity Around(DateTimeOffset now, int yearsBefore, int yearsAfter)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return new(midnight.AddYears(-yearsBefore), midnight.AddYears(yearsAfter));
    }
}
