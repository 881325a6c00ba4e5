namespace EidAuth.Pki;

/// <summary>Who is asked whether a certificate is revoked, and what happens when nobody answers.</summary>
public enum RevocationMode
{
    /// <summary>OCSP, then a fresh revocation list, then refuse; trying again may help. The default.</summary>
    HardFail,

    /// <summary>A fresh revocation list, then OCSP, then refuse. Responders do not learn who logs in where.</summary>
    CrlFirst,

    /// <summary>
    /// As <see cref="HardFail"/>, but where nobody answers, the newest verified answer or list counts for a stated time beyond its end. The login then says so
    /// (<see cref="RevocationEvidence.IsGrace"/>). Nothing that was never verified counts, and what says revoked always does.
    /// </summary>
    Grace,
}
