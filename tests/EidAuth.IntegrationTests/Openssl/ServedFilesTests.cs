using System.Globalization;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL reads what the test PKI serves beside OCSP: lists and certificates fetched from the addresses that the certificates name.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ServedFilesTests : IAsyncLifetime
{
    private readonly OpensslFolder folder = new();
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false });
    private TestPkiServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Require.Programs("openssl");
        server = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        http.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("citizen-rsa", "root-rsa", "sha256WithRSAEncryption", 7)]
    [InlineData("citizen-ec", "root-ec", "ecdsa-with-SHA384", 7)]
    [InlineData("foreigner-ec", "root-ec", "ecdsa-with-SHA384", 7)]
    [InlineData("root-rsa", "root-rsa", "sha256WithRSAEncryption", 200)]
    [InlineData("root-ec", "root-ec", "ecdsa-with-SHA384", 200)]
    public async Task A_list_verifies_under_the_certificate_served_beside_it(string authority, string root, string algorithm, int days)
    {
        var (list, issuer, anchor) = (await FetchAsync($"crl/{authority}.crl"), await PemAsync(authority), await PemAsync(root));
        await File.WriteAllTextAsync(folder.PathOf("both.pem"), await File.ReadAllTextAsync(anchor, Cancellation) + await File.ReadAllTextAsync(issuer, Cancellation), Cancellation);

        var read = await OpensslFolder.RunAsync("crl", "-inform", "DER", "-in", list, "-noout", "-text", "-CAfile", folder.PathOf("both.pem"));
        var path = await OpensslFolder.RunAsync("verify", "-x509_strict", "-CAfile", anchor, issuer);

        Assert.Contains("verify OK", read.All, StringComparison.Ordinal);
        Assert.Contains("Version 2 (0x1)", read.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("X509v3 CRL Number", read.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("X509v3 Authority Key Identifier", read.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Signature Algorithm: " + algorithm, read.StandardOutput, StringComparison.Ordinal);
        Assert.InRange((Time(read, "Next Update") - Time(read, "Last Update")).TotalDays, days, days + 20);
        Assert.Contains(": OK", path.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adult-17", ResponderBehaviour.Good, 0, "OK")]
    [InlineData("adult-18", ResponderBehaviour.Good, 0, "OK")]
    [InlineData("adult-18", ResponderBehaviour.LongList, 0, "OK")]
    [InlineData("revoked", ResponderBehaviour.Good, 2, "error 23")]
    [InlineData("on-hold", ResponderBehaviour.Good, 2, "error 23")]
    [InlineData("adult-18", ResponderBehaviour.Revoked, 2, "error 23")]
    [InlineData("adult-18", ResponderBehaviour.OnHold, 2, "error 23")]
    [InlineData("adult-18", ResponderBehaviour.Stale, 2, "error 12")]
    [InlineData("adult-18", ResponderBehaviour.Future, 2, "error 11")]
    [InlineData("adult-18", ResponderBehaviour.BadSignature, 2, "error 8")]
    [InlineData("adult-18", ResponderBehaviour.OtherKey, 2, "error 8")]
    [InlineData("adult-18", ResponderBehaviour.UnknownCriticalExtension, 2, "error 36")]
    [InlineData("adult-18", ResponderBehaviour.Delta, 2, "error 3")]
    [InlineData("adult-18", ResponderBehaviour.OtherAuthority, 2, "error 3")]
    public async Task A_holders_path_with_the_lists_is_what_OpenSSL_says_it_is(string citizen, ResponderBehaviour behaviour, int exitCode, string outcome)
    {
        var half = citizen == "adult-17" ? "rsa" : "ec";
        var login = server.SignLogin(citizen, "https://loket.example.be", Convert.ToBase64String(new byte[32]));
        Assert.True(EidAuth.Login.LoginToken.TryParse(login.Token, out var token));
        await File.WriteAllBytesAsync(folder.PathOf("leaf.der"), token!.UnverifiedCertificate.ToArray(), Cancellation);
        await OpensslFolder.RunAsync("x509", "-inform", "DER", "-in", folder.PathOf("leaf.der"), "-out", folder.PathOf("leaf.pem"));
        var (root, ca) = (await PemAsync("root-" + half), await PemAsync("citizen-" + half));
        var roots = await ListPemAsync("root-" + half);
        server.Crl.Behave(behaviour);
        var lists = await ListPemAsync("citizen-" + half);
        await File.WriteAllTextAsync(folder.PathOf("lists.pem"), await File.ReadAllTextAsync(roots, Cancellation) + await File.ReadAllTextAsync(lists, Cancellation), Cancellation);

        var result = await OpensslFolder.TryAsync(
            "verify", "-crl_check_all", "-purpose", "sslclient", "-CAfile", root, "-untrusted", ca, "-CRLfile", folder.PathOf("lists.pem"), folder.PathOf("leaf.pem"));

        Assert.Contains(outcome, result.All, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
    }

    [Fact]
    public async Task Reasons_are_written_where_there_are_any()
    {
        foreach (var citizen in new[] { "revoked", "on-hold" })
        {
            server.SignLogin(citizen, "https://loket.example.be", Convert.ToBase64String(new byte[32]));
        }

        var read = await OpensslFolder.RunAsync("crl", "-inform", "DER", "-in", await FetchAsync("crl/citizen-ec.crl"), "-noout", "-text");

        Assert.Contains("Key Compromise", read.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Certificate Hold", read.StandardOutput, StringComparison.Ordinal);
    }

    private static DateTime Time(ProcessResult read, string name) => DateTime.ParseExact(
        read.StandardOutput.Split(name + ": ")[1].Split('\n')[0].Trim().Replace("  ", " ", StringComparison.Ordinal), "MMM d HH:mm:ss yyyy 'GMT'", CultureInfo.InvariantCulture);

    private async Task<string> FetchAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path));
        using var response = await http.SendAsync(request, Cancellation);
        var file = folder.PathOf(Path.GetFileName(path));
        await File.WriteAllBytesAsync(file, await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Cancellation), Cancellation);
        return file;
    }

    private async Task<string> PemAsync(string authority)
    {
        var der = await FetchAsync($"crt/{authority}.crt");
        await OpensslFolder.RunAsync("x509", "-inform", "DER", "-in", der, "-out", der + ".pem");
        return der + ".pem";
    }

    private async Task<string> ListPemAsync(string authority)
    {
        var der = await FetchAsync($"crl/{authority}.crl");
        await OpensslFolder.RunAsync("crl", "-inform", "DER", "-in", der, "-out", der + ".pem");
        return der + ".pem";
    }
}
