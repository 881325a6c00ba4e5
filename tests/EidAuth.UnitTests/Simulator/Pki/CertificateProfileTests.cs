using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Pki;

/// <summary>The certificates have the shape of the Belgian ones, where a verifier looks and where it does not.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CertificateProfileTests
{
    private const string Ski = "2.5.29.14";
    private const string BasicConstraints = "2.5.29.19";
    private const string KeyUsage = "2.5.29.15";
    private const string Policies = "2.5.29.32";
    private const string QualifiedStatements = "1.3.6.1.5.5.7.1.3";

    [Theory]
    [InlineData("adult-17", "5038", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.2", "2.16.56.12.1.1.2.2")]
    [InlineData("adult-17", "5039", X509KeyUsageFlags.NonRepudiation, "1.3.6.1.5.5.7.3.4", "2.16.56.12.1.1.2.1 0.4.0.194112.1.2")]
    [InlineData("adult-18", "5038", X509KeyUsageFlags.DigitalSignature, "1.3.6.1.5.5.7.3.2", "2.16.56.13.6.1.1.1000")]
    [InlineData("adult-18", "5039", X509KeyUsageFlags.NonRepudiation, "1.3.6.1.5.5.7.3.4", "2.16.56.13.6.1.2.1000 0.4.0.194112.1.2")]
    public void Holder(string id, string file, X509KeyUsageFlags usage, string extendedUsage, string policies)
    {
        using var certificate = Issue(id, file);
        Assert.DoesNotContain(certificate.Extensions, extension => extension.Oid!.Value is Ski or BasicConstraints);
        Assert.Equal(usage, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal(KeyUsage, Assert.Single(certificate.Extensions, extension => extension.Critical).Oid!.Value);
        Assert.Equal(extendedUsage, ExtendedUsages(certificate));
        Assert.Equal(policies, PolicyList(certificate));
        Assert.Equal(file == "5039", certificate.Extensions.Any(extension => extension.Oid!.Value == QualifiedStatements));
        Assert.Equal(16, certificate.SerialNumberBytes.Length);
        Assert.StartsWith("10000000", certificate.SerialNumber, StringComparison.Ordinal);
        var branch = id == "adult-17" ? "rsa" : "ec";
        var access = certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().Single();
        Assert.Equal($"http://127.0.0.1:9/ocsp/citizen-{branch}", Assert.Single(access.EnumerateOcspUris()));
        Assert.Equal($"http://127.0.0.1:9/crt/citizen-{branch}.crt", Assert.Single(access.EnumerateCAIssuersUris()));
    }

    [Theory]
    [InlineData("5038", "Lotte Vermeersch (Authentication)")]
    [InlineData("5039", "Lotte Vermeersch (Signature)")]
    public void Subject_is_country_common_name_surname_given_names_number(string file, string commonName)
    {
        using var certificate = Issue("adult-18", file);
        Assert.Equal(
            [
                ("2.5.4.6", "BE"), ("2.5.4.3", commonName), ("2.5.4.4", "Vermeersch"), ("2.5.4.42", "Lotte Marie"), ("2.5.4.5", "85031499996"),
            ],
            Attributes(certificate.SubjectName));
    }

    [Fact]
    public void Subject_without_given_names_has_no_such_attribute()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        using var certificate = TestPkiTests.Certificate(pki.IssueCard(Citizen.All["adult-18"] with { GivenNames = "" }), "5038");
        Assert.Equal(["2.5.4.6", "2.5.4.3", "2.5.4.4", "2.5.4.5"], Attributes(certificate.SubjectName).Select(attribute => attribute.Oid));
        Assert.Contains(("2.5.4.3", "Vermeersch (Authentication)"), Attributes(certificate.SubjectName));
    }

    [Theory]
    [InlineData("adult-17", "2.16.56.12.1.1.2", "209901", 4096)]
    [InlineData("adult-18", "2.5.29.32.0", "209902", 384)]
    public void Citizen_ca(string id, string policy, string number, int keySize)
    {
        using var certificate = Issue(id, "503A");
        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single();
        Assert.True(constraints is { CertificateAuthority: true, HasPathLengthConstraint: true, PathLengthConstraint: 0, Critical: true });
        Assert.Equal(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal("1.3.6.1.5.5.7.3.2 1.3.6.1.5.5.7.3.4", ExtendedUsages(certificate));
        Assert.Equal(policy, PolicyList(certificate));
        Assert.Contains(("2.5.4.3", "Citizen CA"), Attributes(certificate.SubjectName));
        Assert.Contains(("2.5.4.5", number), Attributes(certificate.SubjectName));
        Assert.Equal(keySize, KeySize(certificate));
        var access = certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().Single();
        Assert.Equal($"http://127.0.0.1:9/ocsp/root-{(id == "adult-17" ? "rsa" : "ec")}", Assert.Single(access.EnumerateOcspUris()));
        Assert.Contains(certificate.Extensions, extension => extension.Oid!.Value == "2.5.29.31");
    }

    [Theory]
    [InlineData("adult-17", null, 4096, "1.2.840.113549.1.1.11")]
    [InlineData("adult-18", 1, 384, "1.2.840.10045.4.3.3")]
    public void Root(string id, int? pathLength, int keySize, string signatureAlgorithm)
    {
        using var certificate = Issue(id, "503B");
        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single();
        Assert.True(constraints.CertificateAuthority);
        Assert.Equal(pathLength, constraints.HasPathLengthConstraint ? constraints.PathLengthConstraint : null);
        Assert.Equal(keySize, KeySize(certificate));
        Assert.Equal(signatureAlgorithm, certificate.SignatureAlgorithm.Value);
        Assert.Equal(certificate.SubjectName.RawData, certificate.IssuerName.RawData);
        Assert.DoesNotContain(Attributes(certificate.SubjectName), attribute => attribute.Value.Contains("Belgium", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("adult-17", "2.16.56.12.1.1.4", 2048)]
    [InlineData("adult-18", "2.16.56.13.6.0.1", 384)]
    public void National_register(string id, string policy, int keySize)
    {
        using var certificate = Issue(id, "503C");
        Assert.Equal([("2.5.4.6", "BE"), ("2.5.4.10", "RRN"), ("2.5.4.3", "RRN")], Attributes(certificate.SubjectName));
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
            certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal(policy, PolicyList(certificate));
        Assert.Equal(keySize, KeySize(certificate));
    }

    private static X509Certificate2 Issue(string id, string file)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return TestPkiTests.Certificate(pki.IssueCard(Citizen.All[id]), file);
    }

    private static int KeySize(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey()!;
        return key.KeySize;
    }

    private static string ExtendedUsages(X509Certificate2 certificate) => string.Join(' ', certificate.Extensions
        .OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(usage => usage.Value));

    private static string PolicyList(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.Single(candidate => candidate.Oid!.Value == Policies);
        var sequence = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        List<string> policies = [];
        while (sequence.HasData)
        {
            policies.Add(sequence.ReadSequence().ReadObjectIdentifier());
        }

        return string.Join(' ', policies);
    }

    private static (string Oid, string Value)[] Attributes(X500DistinguishedName name) =>
        [.. name.EnumerateRelativeDistinguishedNames(reversed: false).Select(rdn => (rdn.GetSingleElementType().Value!, rdn.GetSingleElementValue()!))];
}
