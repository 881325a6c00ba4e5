using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL's OCSP client, an implementation that is not ours, asks our responder about certificates read from simulated cards.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class ResponderTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-ocsp-");
    private readonly TestPki pki = SharedPki.Open(TimeProvider.System);
    private readonly WebApplication app;

    public ResponderTests() => app = OcspResponder.Build(pki, 0, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        Require.Programs("openssl");
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        pki.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("adult-18", "-sha1", "good")]
    [InlineData("adult-17", "-sha1", "good")]
    [InlineData("adult-18", "-sha256", "good")]
    [InlineData("adult-17", "-sha256", "good")]
    [InlineData("revoked", "-sha1", "revoked")]
    [InlineData("revoked", "-sha256", "revoked")]
    public async Task OpenSSL_verifies_the_answer_about_a_citizens_certificate(string citizen, string hash, string status)
    {
        var answer = await AskAsync(citizen, hash);

        Assert.Contains("Response verify OK", answer.All, StringComparison.Ordinal);
        Assert.Contains($"holder.pem: {status}", answer.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(status == "revoked", answer.All.Contains("Reason: keyCompromise", StringComparison.Ordinal));
        Assert.Equal(0, answer.ExitCode);
    }

    [Fact]
    public async Task The_RSA_responder_gives_its_name_the_nonce_and_sixty_seconds()
    {
        var answer = await AskAsync("adult-17", "-sha1");

        Assert.Contains("Responder Id: C", answer.All, StringComparison.Ordinal);
        Assert.DoesNotContain("no nonce in response", answer.All, StringComparison.Ordinal);
        Assert.Equal(2, Count(answer.All, "OCSP Nonce"));
        Assert.Equal(60, SecondsUntilNextUpdate(answer.All));
        Assert.Contains("Signature Algorithm: sha256WithRSAEncryption", answer.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_EC_responder_gives_its_keys_hash_no_nonce_and_fifty_nine_seconds()
    {
        var answer = await AskAsync("adult-18", "-sha1");

        Assert.Matches("Responder Id: [0-9A-F]{40}", answer.All);
        Assert.Contains("no nonce in response", answer.All, StringComparison.Ordinal);
        Assert.Equal(1, Count(answer.All, "OCSP Nonce"));
        Assert.Equal(59, SecondsUntilNextUpdate(answer.All));
        Assert.Contains("OCSP Archive Cutoff", answer.All, StringComparison.Ordinal);
        Assert.Contains("Signature Algorithm: ecdsa-with-SHA256", answer.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSSL_refuses_the_answer_under_the_other_root()
    {
        var answer = await AskAsync("adult-18", "-sha1", anchor => anchor.GetKeyAlgorithm() == "1.2.840.113549.1.1.1");

        Assert.Contains("Response Verify Failure", answer.All, StringComparison.Ordinal);
        Assert.NotEqual(0, answer.ExitCode);
    }

    [Fact]
    public async Task A_certificate_never_issued_is_unknown()
    {
        var issuer = Issuer("adult-18");
        var answer = await RunAsync(
            "-issuer", Pem("issuer", issuer.Issuer), "-serial", "0x1234567890", "-url", new Uri(new Uri(app.Urls.Single()), issuer.Path).AbsoluteUri, "-CAfile", Anchors(_ => true));

        Assert.Contains("Response verify OK", answer.All, StringComparison.Ordinal);
        Assert.Contains("0x1234567890: unknown", answer.All, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static double SecondsUntilNextUpdate(string text)
    {
        var times = text.Split('\n').Select(line => line.Trim().Split(": ", 2)).Where(line => line.Length == 2 && line[0] is "This Update" or "Next Update" or "Produced At")
            .DistinctBy(line => line[0])
            .ToDictionary(line => line[0], line => DateTime.ParseExact(line[1].Replace("  ", " ", StringComparison.Ordinal), "MMM d HH:mm:ss yyyy 'GMT'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(times["Produced At"], times["This Update"]);
        return (times["Next Update"] - times["This Update"]).TotalSeconds;
    }

    private async Task<ProcessResult> AskAsync(string citizen, string hash, Func<X509Certificate2, bool>? anchors = null)
    {
        var identity = Issuer(citizen);
        using var holder = Holder(citizen);
        return await RunAsync(
            "-issuer", Pem("issuer", identity.Issuer), hash, "-cert", Pem("holder", holder), "-nonce", "-resp_text", "-req_text",
            "-url", new Uri(new Uri(app.Urls.Single()), identity.Path).AbsoluteUri, "-CAfile", Anchors(anchors ?? (_ => true)));
    }

    private static Task<ProcessResult> RunAsync(params string[] arguments) =>
        TestProcess.RunAsync("openssl", ["ocsp", .. arguments], TestContext.Current.CancellationToken);

    // Over the simulated reader, as the agent reads it.
    private X509Certificate2 Holder(string citizen)
    {
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);
        reader.Insert(pki.IssueCard(Citizen.All[citizen]));
        using var session = BelpicSession.Open(reader.Connect(reader.Name));
        return X509CertificateLoader.LoadCertificate(session.ReadCertificate(CertificateFile.Authentication)!);
    }

    private ResponderIdentity Issuer(string citizen)
    {
        using var holder = Holder(citizen);
        return pki.Responders.Single(identity => identity.Issuer.SubjectName.RawData.AsSpan().SequenceEqual(holder.IssuerName.RawData));
    }

    private string Anchors(Func<X509Certificate2, bool> wanted)
    {
        var file = Path.Combine(folder.FullName, "anchors.pem");
        File.WriteAllLines(file, Directory.EnumerateFiles(pki.AnchorsFolder).Select(X509CertificateLoader.LoadCertificateFromFile).Where(wanted).Select(anchor => anchor.ExportCertificatePem()));
        return file;
    }

    private string Pem(string name, X509Certificate2 certificate)
    {
        var file = Path.Combine(folder.FullName, name + ".pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return file;
    }
}
