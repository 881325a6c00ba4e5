using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>The platform's X509Chain over the same cases: it agrees, but for the differences that the cases name.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class PlatformChainTests
{
    private static readonly PathCase[] Cases = [.. PathCases.All, .. NameCases.All];

    public static IEnumerable<TheoryDataRow<int>> Rows => PathCase.Rows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_platform_agrees_or_the_difference_is_meant(int index)
    {
        var item = Cases[index];
        var scenario = item.Make();

        var builds = Builds(scenario);

        Assert.Equal(item.OthersDiffer is null ? item.Expected is null : item.Expected is not null, builds);
    }

    private static bool Builds(PathScenario scenario)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = scenario.Time.UtcDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(Forge.ClientAuth));
        try
        {
            chain.ChainPolicy.CustomTrustStore.AddRange(scenario.Anchors().Select(bytes => X509CertificateLoader.LoadCertificate(bytes)).ToArray());
            chain.ChainPolicy.ExtraStore.AddRange(scenario.Intermediates().SelectMany(Load).ToArray());
            using var leaf = X509CertificateLoader.LoadCertificate(scenario.Leaf.Encoded);
            return chain.Build(leaf);
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
