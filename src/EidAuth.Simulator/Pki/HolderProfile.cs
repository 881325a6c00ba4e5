using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Pki;

/// <summary>A citizen's two certificates. Neither has basicConstraints nor a subject key identifier: the real ones do not either.</summary>
internal static class HolderProfile
{
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private const string QualifiedOnDevice = "0.4.0.194112.1.2";

    /// <summary>digitalSignature alone, clientAuth.</summary>
    public static CertificateRequest Authentication(
        CertificationAuthority issuer, Citizen citizen, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        var request = Start(issuer, citizen, key, "Authentication");
        request.CertificateExtensions.Add(CertificateExtension.Policies(
            addresses.PracticeStatement, key is RSA ? "2.16.56.12.1.1.2.2" : "2.16.56.13.6.1.1.1000"));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ClientAuth)], critical: false));
        return request;
    }

    /// <summary>nonRepudiation alone, emailProtection, qualified.</summary>
    public static CertificateRequest Signature(
        CertificationAuthority issuer, Citizen citizen, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        var request = Start(issuer, citizen, key, "Signature");
        request.CertificateExtensions.Add(CertificateExtension.Policies(
            addresses.PracticeStatement, key is RSA ? "2.16.56.12.1.1.2.1" : "2.16.56.13.6.1.2.1000", QualifiedOnDevice));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(EmailProtection)], critical: false));
        request.CertificateExtensions.Add(CertificateExtension.QualifiedStatements(addresses.PracticeStatement));
        return request;
    }

    private static CertificateRequest Start(CertificationAuthority issuer, Citizen citizen, AsymmetricAlgorithm key, string purpose)
    {
        var first = citizen.GivenNames.Split(' ')[0];
        var commonName = $"{first} {citizen.Surname} ({purpose})".TrimStart();
        List<(string, string)> subject =
        [
            (DistinguishedName.Country, "BE"),
            (DistinguishedName.CommonName, commonName),
            (DistinguishedName.Surname, citizen.Surname),
        ];
        if (citizen.GivenNames.Length > 0)
        {
            subject.Add((DistinguishedName.GivenName, citizen.GivenNames));
        }

        subject.Add((DistinguishedName.SerialNumber, citizen.NationalNumber));
        return issuer.Request(
            DistinguishedName.Of([.. subject]), CertificationAuthority.GeneratorOf(key).PublicKey);
    }
}
