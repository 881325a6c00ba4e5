using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>What the authorities certify besides people: the National Register's signer and the OCSP responders.</summary>
internal static class ServiceProfile
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    /// <summary>The signer of the identity and address files, issued by the root itself.</summary>
    public static CertificateRequest NationalRegister(CertificationAuthority root, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        var request = root.Request(
            DistinguishedName.Of(
                (DistinguishedName.Country, "BE"), (DistinguishedName.Organization, "RRN"), (DistinguishedName.CommonName, "RRN")),
            CertificationAuthority.GeneratorOf(key).PublicKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(
            CertificateExtension.Policies(addresses.PracticeStatement, key is RSA ? "2.16.56.12.1.1.4" : "2.16.56.13.6.0.1"));
        return request;
    }

    /// <summary>A delegated responder (RFC 6960 §4.2.2.2): signed by the CA it speaks for, OCSPSigning, nocheck.</summary>
    public static CertificateRequest OcspResponder(CertificationAuthority issuer, AsymmetricAlgorithm key)
    {
        var subject = DistinguishedName.Of(
            (DistinguishedName.Country, "BE"), (DistinguishedName.CommonName, $"EidAuth Simulator OCSP Responder {issuer.Name}"));
        var request = new CertificateRequest(subject, CertificationAuthority.GeneratorOf(key).PublicKey, issuer.Hash);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
            issuer.Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single()));
        if (key is ECDsa)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        }

        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(OcspSigning)], critical: false));
        request.CertificateExtensions.Add(CertificateExtension.NoCheck());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
