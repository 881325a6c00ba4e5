namespace EidAuth.Pki;

/// <summary>Tells whether a responder's own certificate is revoked, by the lists at hand: nothing is fetched for it, and no answer is believed about it.</summary>
/// <param name="Lists">The lists at hand; null for none.</param>
/// <param name="Rules">How old they may be: those of the CA whose responder it is.</param>
internal readonly record struct ResponderStatus(CrlStore? Lists, CrlRules Rules)
{
    /// <summary>A fresh list of its CA covers the responder and does not have it.</summary>
    public bool IsCleared(Certificate responder, CertificateAuthority authority, DateTimeOffset now) =>
        Lists?.Look(authority, CrlSubject.Of(responder), Rules, TimeSpan.Zero, now).Status == CrlStatus.NotListed;
}
