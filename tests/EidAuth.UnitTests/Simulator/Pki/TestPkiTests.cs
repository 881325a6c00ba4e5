using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Pki;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class TestPkiTests
{
    private static readonly Uri Responder = new("http://127.0.0.1:40404/");

    [Theory]
    [InlineData("adult-17", "5038")]
    [InlineData("adult-17", "5039")]
    [InlineData("adult-17", "503C")]
    [InlineData("adult-18", "5038")]
    [InlineData("adult-18", "5039")]
    [InlineData("adult-18", "503C")]
    public void Every_certificate_of_a_card_leads_to_a_published_anchor(string id, string file)
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));
        using var pki = SharedPki.Open(clock, Responder);
        var card = pki.IssueCard(Citizen.All[id]);
        using var leaf = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00" + file));
        using var issuer = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00503A"));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.ExtraStore.Add(issuer);
        foreach (var anchor in Directory.EnumerateFiles(pki.AnchorsFolder))
        {
            chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(anchor));
        }

        Assert.Equal(2, chain.ChainPolicy.CustomTrustStore.Count);
        Assert.True(chain.Build(leaf), string.Join(", ", chain.ChainStatus.Select(status => status.Status)));
    }

    [Fact]
    public void Opening_again_keeps_the_roots_and_the_keys()
    {
        using var first = SharedPki.Open(TimeProvider.System, Responder);
        using var second = SharedPki.Open(TimeProvider.System, Responder);
        Assert.Equal(first.Rsa.Root.Certificate.RawData, second.Rsa.Root.Certificate.RawData);
        Assert.Equal(first.Ec.Root.Certificate.RawData, second.Ec.Root.Certificate.RawData);
        Assert.Equal(first.Ec.CitizenCa.Certificate.GetPublicKey(), second.Ec.CitizenCa.Certificate.GetPublicKey());
        Assert.Equal(first.Rsa.CitizenCa.Certificate.SerialNumber, second.Rsa.CitizenCa.Certificate.SerialNumber);
    }

    [Fact]
    public void Responder_of_another_process_knows_what_was_issued_and_what_was_revoked()
    {
        using var issuing = SharedPki.Open(TimeProvider.System, Responder);
        using var answering = SharedPki.Open(TimeProvider.System, Responder);
        using var good = Certificate(issuing.IssueCard(Citizen.All["adult-18"]), "5038");
        var revokedCard = issuing.IssueCard(Citizen.All["revoked"]);
        using var revoked = Certificate(revokedCard, "5038");
        using var revokedSignature = Certificate(revokedCard, "5039");
        using var citizenCa = Certificate(revokedCard, "503A");
        using var register = Certificate(revokedCard, "503C");

        Assert.IsType<CertificateStatus.Good>(answering.StatusOf("/ocsp/citizen-ec", good.SerialNumberBytes.Span));
        var status = Assert.IsType<CertificateStatus.Revoked>(answering.StatusOf("/ocsp/citizen-ec", revoked.SerialNumberBytes.Span));
        Assert.True(status.Since < TimeProvider.System.GetUtcNow());
        Assert.Equal(1, status.Reason);
        Assert.IsType<CertificateStatus.Revoked>(answering.StatusOf("/ocsp/citizen-ec", revokedSignature.SerialNumberBytes.Span));
        Assert.IsType<CertificateStatus.Good>(answering.StatusOf("/ocsp/root-ec", citizenCa.SerialNumberBytes.Span));
        Assert.IsType<CertificateStatus.Good>(answering.StatusOf("/ocsp/root-ec", register.SerialNumberBytes.Span));
    }

    [Fact]
    public void Serials_of_others_and_strange_questions_are_unknown()
    {
        using var pki = SharedPki.Open(TimeProvider.System, Responder);
        using var certificate = Certificate(pki.IssueCard(Citizen.All["adult-18"]), "5038");
        var serial = certificate.SerialNumberBytes.Span;
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/citizen-rsa", serial));
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/root-ec", serial));
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/../citizen-ec", serial));
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/citizen-ec", [0x10, 0x01]));
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/citizen-ec", []));
        Assert.IsType<CertificateStatus.Unknown>(pki.StatusOf("/ocsp/citizen-ec", new byte[5_000]));
    }

    [Fact]
    public void Revocation_without_reason_and_hold_are_kept_too()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-register-");
        try
        {
            var register = new IssuedRegister(folder.FullName);
            var since = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
            register.Record("citizen-ec", [0x01], new CertificateStatus.Revoked(since, null));
            register.Record("citizen-ec", [0x02], new CertificateStatus.Revoked(since, 6));
            Assert.Equal(new CertificateStatus.Revoked(since, null), register.Find("citizen-ec", [0x01]));
            Assert.Equal(new CertificateStatus.Revoked(since, 6), register.Find("citizen-ec", [0x02]));
            register.Record("citizen-ec", [0x02], new CertificateStatus.Good());
            Assert.Equal(new CertificateStatus.Good(), register.Find("citizen-ec", [0x02]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_that_begin_at_once_get_one_pki_that_its_owner_alone_may_read()
    {
        var parent = Directory.CreateTempSubdirectory("eidauth-race-");
        var folder = Path.Combine(parent.FullName, "below", "pki");
        try
        {
            var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
                () => TestPki.Open(folder, Responder, TimeProvider.System), TestContext.Current.CancellationToken)));
            using var first = both[0];
            using var second = both[1];
            Assert.Equal(first.Rsa.Root.Certificate.RawData, second.Rsa.Root.Certificate.RawData);
            Assert.Equal(first.Ec.CitizenCa.Certificate.GetPublicKey(), second.Ec.CitizenCa.Certificate.GetPublicKey());
            Assert.Equal(
                ["anchors", "authority", "issued"], Directory.GetDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(
                ["root-ec.crt", "root-rsa.crt"], Directory.GetFiles(first.AnchorsFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
                Assert.Equal(ownerOnly, File.GetUnixFileMode(folder));
                Assert.Equal(ownerOnly, File.GetUnixFileMode(Path.Combine(folder, "authority")));
                foreach (var key in Directory.GetFiles(Path.Combine(folder, "authority"), "*.key"))
                {
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
                }
            }
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("citizen-ec.key", "no key")]
    [InlineData("root-ec.crt", "no certificate")]
    [InlineData("rrn-rsa.key", null)]
    public void Damaged_folders_say_what_to_do(string file, string? content)
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-damage-");
        try
        {
            var authority = folder.CreateSubdirectory("authority").FullName;
            foreach (var source in Directory.GetFiles(Path.Combine(SharedPki.Folder, "authority")))
            {
                File.Copy(source, Path.Combine(authority, Path.GetFileName(source)));
            }

            File.Delete(Path.Combine(authority, file));
            if (content is not null)
            {
                File.WriteAllText(Path.Combine(authority, file), content);
            }

            var refused = Assert.Throws<InvalidDataException>(() => TestPki.Open(folder.FullName, Responder, TimeProvider.System));
            Assert.Contains("delete the folder", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Each_ca_has_a_delegated_responder_of_its_own()
    {
        using var pki = SharedPki.Open(TimeProvider.System, Responder);
        Assert.Equal(
            ["/ocsp/root-rsa", "/ocsp/citizen-rsa", "/ocsp/root-ec", "/ocsp/citizen-ec", "/ocsp/foreigner-ec"], pki.Responders.Select(identity => identity.Path));
        Assert.All(pki.Responders, identity =>
        {
            Assert.True(identity.Responder.HasPrivateKey);
            Assert.Equal(identity.Issuer.SubjectName.RawData, identity.Responder.IssuerName.RawData);
            Assert.Contains(identity.Responder.Extensions, extension => extension.Oid!.Value == "1.3.6.1.5.5.7.48.1.5");
            var usages = identity.Responder.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages;
            Assert.Equal("1.3.6.1.5.5.7.3.9", Assert.Single(usages.Cast<Oid>()).Value);
            Assert.Equal(
                X509KeyUsageFlags.DigitalSignature, identity.Responder.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        });
    }

    internal static X509Certificate2 Certificate(SimulatedCard card, string file) =>
        X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00" + file));
}
