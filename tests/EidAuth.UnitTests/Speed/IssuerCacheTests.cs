using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Speed;

[Trait("Group", TestGroup.Card)]
public sealed class IssuerCacheTests
{
    private static readonly byte[] Name = new X500DistinguishedName("CN=Specimen CA").RawData;
    private readonly IssuerCache cache = new();

    [Fact]
    public void A_ca_is_found_for_what_it_issued_and_for_nothing_else()
    {
        var (key, ca) = Authority();
        Assert.True(cache.TryAdd(ca, Issue(key, ca)));

        Assert.Equal(ca, cache.FindIssuer(Issue(key, ca)));
        var (otherKey, other) = Authority("CN=Another CA");
        Assert.Null(cache.FindIssuer(Issue(otherKey, other)));
    }

    [Fact]
    public void A_false_ca_of_the_same_name_and_key_identifier_is_not_given_for_a_true_card()
    {
        var (key, ca) = Authority();
        var (falseKey, falseCa) = Authority(identifier: SubjectKeyIdentifier(ca));
        Assert.True(cache.TryAdd(falseCa, Issue(falseKey, falseCa)));

        Assert.Null(cache.FindIssuer(Issue(key, ca)));
        Assert.True(cache.TryAdd(ca, Issue(key, ca)));
        Assert.Equal(ca, cache.FindIssuer(Issue(key, ca)));
    }

    [Fact]
    public void A_certificate_that_did_not_issue_the_other_is_not_held()
    {
        var (key, ca) = Authority();
        var (_, other) = Authority(identifier: SubjectKeyIdentifier(ca));
        Assert.False(cache.TryAdd(other, Issue(key, ca)));
        Assert.Null(cache.FindIssuer(Issue(key, ca)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("30820100")]
    public void What_is_no_certificate_is_neither_held_nor_found(string hex)
    {
        var (key, ca) = Authority();
        Assert.False(cache.TryAdd(Convert.FromHexString(hex), Issue(key, ca)));
        Assert.False(cache.TryAdd(ca, Convert.FromHexString(hex)));
        Assert.Null(cache.FindIssuer(Convert.FromHexString(hex)));
    }

    [Fact]
    public void The_33rd_displaces_the_one_used_longest_ago()
    {
        var first = Authority("CN=0");
        var second = Authority("CN=1");
        Assert.True(cache.TryAdd(first.Ca, Issue(first.Key, first.Ca)));
        Assert.True(cache.TryAdd(second.Ca, Issue(second.Key, second.Ca)));
        Assert.NotNull(cache.FindIssuer(Issue(first.Key, first.Ca)));
        for (var i = 2; i <= IssuerCache.MaximumCount; i++)
        {
            var (key, ca) = Authority($"CN={i}");
            Assert.True(cache.TryAdd(ca, Issue(key, ca)));
        }

        Assert.NotNull(cache.FindIssuer(Issue(first.Key, first.Ca)));
        Assert.Null(cache.FindIssuer(Issue(second.Key, second.Ca)));
    }

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public void Issuing_ca_and_root_of_a_citizen_are_held_from_the_first_card_on(string citizen)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var branch = citizen.EndsWith("18", StringComparison.Ordinal) ? pki.Ec : pki.Rsa;
        var first = Leaf(pki.IssueCard(Citizen.All[citizen]));
        Assert.True(cache.TryAdd(branch.CitizenCa.Certificate.RawData, first));
        Assert.True(cache.TryAdd(branch.Root.Certificate.RawData, branch.CitizenCa.Certificate.RawData));

        var ca = cache.FindIssuer(Leaf(pki.IssueCard(Citizen.All[citizen])));
        Assert.Equal(branch.CitizenCa.Certificate.RawData, ca);
        Assert.Equal(branch.Root.Certificate.RawData, cache.FindIssuer(ca!));
    }

    private static byte[] Leaf(SimulatedCard card)
    {
        using var session = EidAuth.Belpic.BelpicSession.Open(new CardOnTheTable(card));
        return session.ReadCertificate(EidAuth.Belpic.CertificateFile.Authentication)!;
    }

    private static byte[] SubjectKeyIdentifier(byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        return certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray();
    }

    private static (ECDsa Key, byte[] Ca) Authority(string? name = null, byte[]? identifier = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest(name is null ? new X500DistinguishedName(Name) : new X500DistinguishedName(name), key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(identifier is null
            ? new X509SubjectKeyIdentifierExtension(request.PublicKey, false)
            : new X509SubjectKeyIdentifierExtension(identifier, false));
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (key, certificate.RawData);
    }

    private static byte[] Issue(ECDsa issuerKey, byte[] issuer)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(issuer);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=Specimen", key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(SubjectKeyIdentifier(issuer)));
        using var issued = request.Create(
            certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(issuerKey), certificate.NotBefore, certificate.NotAfter, [1]);
        return issued.RawData;
    }
}
