using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The two programs of docs/developers.md about paths and revocation, as written there, in projects of their own.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class DevelopersPageTrustTests
{
    private const string Section = "A path and its revocation, without a site";

    // What uses the class of the page: a login's token and chain, and the two findings.
    private const string Login =
        """
        using EidAuth.Login;
        using EidAuth.Pki;

        var now = TimeProvider.System.GetUtcNow();
        LoginToken.TryParse(File.ReadAllText(args[0]), out var token);
        CertificateBag.TryParse(File.ReadAllText(args[1]), out var chain);
        Origin.TryParse("https://loket.example.be", out var origin);
        var verdict = new LoginVerifier(TrustAnchors.FromTestFolder(args[2]), new IssuingCaStore()).Verify(token!, chain, new LoginMessage(origin!, args[3]), now);
        var login = ((LoginVerdict.Pending)verdict).Login;
        using var http = new HttpClient();
        var revocation = new Revocation(http, args[4] == "list" ? RevocationPolicy.CrlFirst : RevocationPolicy.HardFail, new CrlStore(), new OcspAnswerCache(), TimeProvider.System);
        var (holder, issuer) = (await revocation.FindAsync(login.Holder, default), await revocation.FindAsync(login.Issuer, default));
        Console.WriteLine($"{holder}; {issuer}; {login.Complete(holder, issuer, TimeProvider.System.GetUtcNow()).GetType().Name}");
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_path_is_found_and_another_use_or_root_refused()
    {
        using var program = await PageProgram.BuildAsync((await PageProgram.BlocksAsync("developers.md", Section))[..1], ["EidAuth.Core"]);
        using var pki = SharedPki.Open(TimeProvider.System);
        var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: false, TimeProvider.System);
        reader.Insert(pki.IssueCard(Citizen.All["adult-18"]));
        using var session = BelpicSession.Open(reader.Connect(reader.Name));
        var signature = await FileAsync(CertificateFile.NonRepudiation);
        var authentication = await FileAsync(CertificateFile.Authentication);
        var issuer = await FileAsync(CertificateFile.IssuingCa);
        var root = await FileAsync(CertificateFile.Root);

        Assert.Equal("a path to a pinned root", (await program.RunAsync(signature, issuer, root, pki.AnchorsFolder)).StandardOutput);
        Assert.Equal("refused: KeyUsage", (await program.RunAsync(authentication, issuer, root, pki.AnchorsFolder)).StandardOutput);
        Assert.Contains("That root is not pinned.", (await program.RunAsync(signature, issuer, root)).StandardError, StringComparison.Ordinal);

        async Task<string> FileAsync(CertificateFile file)
        {
            var path = Path.Combine(program.Folder, $"{file}.cer");
            await File.WriteAllBytesAsync(path, session.ReadCertificate(file)!, Cancellation);
            return path;
        }
    }

    [Fact]
    public async Task Revocation_is_found_by_answers_and_by_lists()
    {
        using var program = await PageProgram.BuildAsync([Login, (await PageProgram.BlocksAsync("developers.md", Section))[1]], ["EidAuth.Core"]);
        await using var pki = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);
        Assert.Equal("NotRevoked by Ocsp; NotRevoked by Ocsp; Accepted", await LogInAsync("adult-18", "answer"));
        Assert.Equal("NotRevoked by Crl; NotRevoked by Crl; Accepted", await LogInAsync("adult-18", "list"));
        Assert.Equal("CertificateRevoked by Ocsp; NotRevoked by Ocsp; Rejected", await LogInAsync("revoked", "answer"));
        Assert.Equal("CertificateRevoked by Crl; NotRevoked by Crl; Rejected", await LogInAsync("revoked", "list"));

        async Task<string> LogInAsync(string citizen, string first)
        {
            var nonce = Convert.ToBase64String(new byte[32]);
            var login = pki.SignLogin(citizen, "https://loket.example.be", nonce);
            var (token, chain) = (Path.Combine(program.Folder, "token.json"), Path.Combine(program.Folder, "chain.json"));
            await File.WriteAllTextAsync(token, login.Token, Cancellation);
            await File.WriteAllTextAsync(chain, login.Chain, Cancellation);
            var run = await program.RunAsync(token, chain, pki.AnchorsFolder, nonce, first);
            Assert.True(run.ExitCode == 0, run.All);
            return run.StandardOutput;
        }
    }
}
