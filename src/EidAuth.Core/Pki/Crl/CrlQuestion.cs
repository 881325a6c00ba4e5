namespace EidAuth.Pki;

/// <summary>A certificate whose status a revocation list may tell, and where that list may be fetched.</summary>
public sealed class CrlQuestion
{
    private CrlQuestion(Uri? address, CertificateAuthority authority, CrlSubject subject) => (Address, Authority, Subject) = (address, authority, subject);

    /// <summary>
    /// The list's address, from a verified certificate and with a host on the list of allowed ones; goes out by GET, it holds no serial number. Null where the
    /// certificate names none: then only a list that is held already can answer.
    /// </summary>
    public Uri? Address { get; }

    /// <summary>The verified issuer of the certificate asked about: only its own lists count.</summary>
    internal CertificateAuthority Authority { get; }

    /// <summary>The certificate asked about.</summary>
    internal CrlSubject Subject { get; }

    /// <summary>The same address and CA without the certificate: for fetching the list again later, and fit to be kept, since it is about nobody.</summary>
    public CrlQuestion OfAnyCertificate() => new(Address, Authority, Subject with { SerialNumber = ReadOnlyMemory<byte>.Empty });

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => $"CrlQuestion for {Address?.Host ?? "no host"}";

    /// <summary>Asks about a certificate of that CA.</summary>
    internal static CrlQuestion About(Certificate certificate, CertificateAuthority authority, bool isTest) =>
        new(AllowedAddress.OfList(certificate, isTest), authority, CrlSubject.Of(certificate).Copy());
}
