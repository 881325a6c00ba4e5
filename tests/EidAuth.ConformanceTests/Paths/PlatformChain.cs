using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>The platform's own path validation, for clientAuth, with these anchors alone and no traffic.</summary>
internal static class PlatformChain
{
    /// <summary>It finds a path; what it does not read is none.</summary>
    public static bool Builds(byte[] leaf, IEnumerable<byte[]> intermediates, IEnumerable<byte[]> anchors, DateTimeOffset time)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(Forge.ClientAuth));
        try
        {
            chain.ChainPolicy.CustomTrustStore.AddRange(anchors.Select(bytes => X509CertificateLoader.LoadCertificate(bytes)).ToArray());
            chain.ChainPolicy.ExtraStore.AddRange(intermediates.SelectMany(Load).ToArray());
            using var certificate = X509CertificateLoader.LoadCertificate(leaf);
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<X509Certificate2> Load(byte[] bytes)
    {
        try
        {
            return [X509CertificateLoader.LoadCertificate(bytes)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
