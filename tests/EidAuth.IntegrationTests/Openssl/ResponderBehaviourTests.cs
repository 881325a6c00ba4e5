using System.Security.Cryptography;
using EidAuth.Login;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL's OCSP client meets the badly behaved responder: its words for what is wrong are the behaviour's name.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ResponderBehaviourTests : IAsyncLifetime
{
    private readonly OpensslFolder folder = new();
    private TestPkiServer server = null!;

    public async ValueTask InitializeAsync()
    {
        Require.Programs("openssl");
        server = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    [Theory]
    [InlineData(ResponderBehaviour.Good, "leaf.pem: good")]
    [InlineData(ResponderBehaviour.Revoked, "leaf.pem: revoked")]
    [InlineData(ResponderBehaviour.OnHold, "Reason: certificateHold")]
    [InlineData(ResponderBehaviour.Unknown, "leaf.pem: unknown")]
    [InlineData(ResponderBehaviour.MalformedRequest, "Responder Error: malformedrequest (1)")]
    [InlineData(ResponderBehaviour.InternalError, "Responder Error: internalerror (2)")]
    [InlineData(ResponderBehaviour.TryLater, "Responder Error: trylater (3)")]
    [InlineData(ResponderBehaviour.SigRequired, "Responder Error: sigrequired (5)")]
    [InlineData(ResponderBehaviour.Unauthorized, "Responder Error: unauthorized (6)")]
    [InlineData(ResponderBehaviour.BadSignature, "signature failure")]
    [InlineData(ResponderBehaviour.Stale, "status expired")]
    [InlineData(ResponderBehaviour.Future, "status not yet valid")]
    [InlineData(ResponderBehaviour.OtherSerial, "ERROR: No Status found")]
    [InlineData(ResponderBehaviour.WrongNonce, "Nonce Verify error")]
    [InlineData(ResponderBehaviour.ExpiredDelegate, "certificate has expired")]
    [InlineData(ResponderBehaviour.NotYetValidDelegate, "certificate is not yet valid")]
    [InlineData(ResponderBehaviour.DelegateWithoutOcspSigning, "missing ocspsigning usage")]
    [InlineData(ResponderBehaviour.CitizenAsResponder, "Response Verify Failure")]
    [InlineData(ResponderBehaviour.SiblingResponder, "Response Verify Failure")]
    [InlineData(ResponderBehaviour.RootResponder, "Response Verify Failure")]
    public async Task OpenSSL_names_it(ResponderBehaviour behaviour, string words)
    {
        var login = server.SignLogin("adult-18", "https://loket.example.be", Convert.ToBase64String(new byte[32]));
        Assert.True(LoginToken.TryParse(login.Token, out var token));
        Assert.True(CertificateBag.TryParse(login.Chain, out var chain));
        server.Ocsp.Behave(behaviour);

        var result = await TestProcess.RunAsync(
            "openssl",
            [
                "ocsp", "-issuer", Pem("ca.pem", chain[0]), "-cert", Pem("leaf.pem", token!.UnverifiedCertificate.ToArray()), "-nonce",
                "-url", new Uri(server.Address, "ocsp/citizen-ec").AbsoluteUri, "-CAfile", Pem("root.pem", chain[1]),
            ],
            TestContext.Current.CancellationToken);

        Assert.Contains(words, result.All, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, server.Ocsp.RequestsTo("citizen-ec"));
    }

    private string Pem(string name, byte[] der)
    {
        File.WriteAllText(folder.PathOf(name), PemEncoding.WriteString("CERTIFICATE", der) + "\n");
        return folder.PathOf(name);
    }
}
