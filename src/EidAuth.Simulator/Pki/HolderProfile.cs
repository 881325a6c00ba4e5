using System.Globalization;
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

    private const int LongestCommonName = 64;

    /// <summary>digitalSignature alone, clientAuth.</summary>
    public static CertificateRequest Authentication(
        CertificationAuthority issuer, Citizen citizen, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        var request = Start(issuer, citizen, key, "Authentication");
        request.CertificateExtensions.Add(CertificateExtension.Policies(addresses.PracticeStatement, Policy(issuer, citizen, rsaUse: 2, ecUse: 1)));
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
            addresses.PracticeStatement, Policy(issuer, citizen, rsaUse: 1, ecUse: 2), QualifiedOnDevice));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(EmailProtection)], critical: false));
        request.CertificateExtensions.Add(CertificateExtension.QualifiedStatements(addresses.PracticeStatement));
        return request;
    }

    // By the issuer, never by the holder's key: a re-keyed 1.7 has an RSA key under an EC CA. Under root 4 citizens are 2 and foreigners 7, under root 6 1 and 2.
    private static string Policy(CertificationAuthority issuer, Citizen citizen, int rsaUse, int ecUse) => issuer.Hash == HashAlgorithmName.SHA384
        ? string.Create(CultureInfo.InvariantCulture, $"2.16.56.13.6.{(citizen.ForeignerCa ? 2 : 1)}.{ecUse}.1000")
        : string.Create(CultureInfo.InvariantCulture, $"2.16.56.12.1.1.{(citizen.ForeignerCa ? 7 : 2)}.{rsaUse}");

    private static CertificateRequest Start(CertificationAuthority issuer, Citizen citizen, AsymmetricAlgorithm key, string purpose)
    {
        var name = $"{citizen.GivenNames.Split(' ')[0]} {citizen.Surname}".TrimStart();
        var suffix = $" ({purpose})";
        var fits = Math.Min(name.Length, LongestCommonName - suffix.Length);
        // RFC 5280 appendix A: 64 characters. Not through the middle of one.
        var commonName = name[..(fits < name.Length && char.IsHighSurrogate(name[fits - 1]) ? fits - 1 : fits)] + suffix;
        List<(string, string)> subject =
        [
            (DistinguishedName.Country, citizen.Country),
            (DistinguishedName.CommonName, commonName),
            (DistinguishedName.Surname, citizen.Surname),
        ];
        if (citizen.GivenNames.Length > 0)
        {
            subject.Add((DistinguishedName.GivenName, citizen.GivenNames));
        }

        subject.Add((DistinguishedName.SerialNumber, citizen.CertificateNumber ?? citizen.NationalNumber));
        return issuer.Request(
            DistinguishedName.Of([.. subject]), CertificationAuthority.GeneratorOf(key).PublicKey);
    }
}
