using System.Globalization;
using EidAuth.Login;
using EidAuth.Pki;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>Evidence in words: for the claim, and for the line of the log that an auditor reads. Times and sources, nothing of a certificate.</summary>
internal static class RevocationText
{
    /// <summary>Value of <see cref="BelgianEidClaimTypes.Revocation"/>: the weaker of holder and issuing CA where one counted only by grace, else the holder's.</summary>
    public static string Claim(VerifiedLogin login) => login.IsGrace ? "grace" : Claim(login.HolderEvidence);

    /// <summary><c>ocsp</c>, <c>crl</c> or <c>grace</c>.</summary>
    public static string Claim(RevocationEvidence evidence) =>
        evidence.IsGrace ? "grace" : evidence.Source == RevocationSource.Crl ? "crl" : "ocsp";

    /// <summary>For example <c>ocsp, produced 2026-03-02T09:00:00Z, this update …, next update …</c>.</summary>
    public static string Of(RevocationEvidence? evidence) => evidence is null
        ? "nothing"
        : $"{(evidence.Source == RevocationSource.Crl ? "crl" : "ocsp")}, produced {Time(evidence.ProducedAt)}, this update {Time(evidence.ThisUpdate)}, next update {Time(evidence.NextUpdate)}"
            + (evidence.CrlNumber is { } number ? $", number {number}" : "")
            + (evidence.IsHeld ? ", held" : "")
            + (evidence.IsGrace ? $", in grace until {Time(evidence.CountsUntil)}" : "");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
