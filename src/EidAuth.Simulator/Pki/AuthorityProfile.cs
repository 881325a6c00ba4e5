using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>Roots and issuing CAs, extension for extension like Root CA4 with its Citizen CAs of 2017 and Root CA6 with those of 2024.</summary>
internal static class AuthorityProfile
{
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const string AnyPolicy = "2.5.29.32.0";

    /// <summary>A self-signed root. Its name is none of the real roots', so nobody can take one for the other.</summary>
    public static X509Certificate2 Root(AsymmetricAlgorithm key, CertificateValidity validity)
    {
        var isRsa = key is RSA;
        var subject = isRsa
            ? DistinguishedName.Of((DistinguishedName.Country, "BE"), (DistinguishedName.CommonName, "EidAuth Simulator Root RSA"))
            : DistinguishedName.Of(
                (DistinguishedName.Country, "BE"),
                (DistinguishedName.Locality, "Brussels"),
                (DistinguishedName.Organization, "EidAuth Simulator"),
                (DistinguishedName.CommonName, "EidAuth Simulator Root EC"));
        var generator = CertificationAuthority.GeneratorOf(key);
        var request = new CertificateRequest(subject, generator.PublicKey, CertificationAuthority.HashOf(key));
        var ski = new X509SubjectKeyIdentifierExtension(generator.PublicKey, critical: false);
        AddCaUsage(request, pathLength: isRsa ? null : 1);
        if (isRsa)
        {
            request.CertificateExtensions.Add(
                CertificateExtension.Policies("http://127.0.0.1/repository", "2.16.56.12.1.1"));
            request.CertificateExtensions.Add(CertificateExtension.NetscapeCa());
        }

        request.CertificateExtensions.Add(ski);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(ski));
        return request.Create(subject, generator, validity.NotBefore, validity.NotAfter, Serial.Random());
    }

    /// <summary>A Citizen CA or Foreigner CA under <paramref name="root"/>, path length 0.</summary>
    public static CertificateRequest HolderCa(string commonName, CertificationAuthority root, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        var isRsa = key is RSA;
        var subject = isRsa
            ? DistinguishedName.Of(
                (DistinguishedName.Country, "BE"),
                (DistinguishedName.Locality, "Brussels"),
                (DistinguishedName.Organization, "EidAuth Simulator"),
                (DistinguishedName.CommonName, commonName),
                (DistinguishedName.SerialNumber, "209901"))
            : DistinguishedName.Of(
                (DistinguishedName.Country, "BE"),
                (DistinguishedName.Locality, "Brussels"),
                (DistinguishedName.Organization, "EidAuth Simulator"),
                (DistinguishedName.SerialNumber, "209902"),
                (DistinguishedName.CommonName, commonName));
        var request = root.Request(subject, CertificationAuthority.GeneratorOf(key).PublicKey);
        AddCaUsage(request, pathLength: 0);
        request.CertificateExtensions.Add(
            CertificateExtension.Policies(addresses.PracticeStatement, isRsa ? "2.16.56.12.1.1.2" : AnyPolicy));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ClientAuth), new(EmailProtection)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static void AddCaUsage(CertificateRequest request, int? pathLength)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, pathLength.HasValue, pathLength ?? 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
    }
}
