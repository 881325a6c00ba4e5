using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL as an independent judge: of the forged PKI, of our requests, and as the responder whose answers ours must accept.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class OpensslTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_forged_path_is_a_path_for_OpenSSL_too(bool rsa)
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa);
        using var folder = new OpensslFolder();

        var result = await OpensslFolder.RunAsync(
            "verify", "-x509_strict", "-purpose", "sslclient", "-CAfile", folder.Write("root.pem", scenario.Root), "-untrusted", folder.Write("ca.pem", scenario.Ca), folder.Write("leaf.pem", scenario.Leaf));

        Assert.Contains("OK", result.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 'V', "", null)]
    [InlineData(false, 'V', "", null)]
    [InlineData(true, 'R', "250101000000Z,keyCompromise", LoginRejection.CertificateRevoked)]
    [InlineData(false, 'R', "250101000000Z", LoginRejection.CertificateRevoked)]
    [InlineData(false, 'R', "250101000000Z,certificateHold", LoginRejection.CertificateOnHold)]
    [InlineData(false, ' ', "", LoginRejection.OcspUnknown)]
    public async Task Its_answers_are_judged_as_they_mean(bool rsa, char status, string revocation, LoginRejection? expected)
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa);
        using var folder = new OpensslFolder();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var index = status == ' ' ? OpensslFolder.Line('V', scenario.HolderResponder) : OpensslFolder.Line(status, scenario.Leaf, revocation);

        var holder = await folder.AnswerAsync(pending.Holder.Ocsp!.Request, scenario.Ca, scenario.HolderResponder, index);
        var issuer = await folder.AnswerAsync(pending.Issuer.Ocsp!.Request, scenario.Root, scenario.RootResponder, OpensslFolder.Line('V', scenario.Ca));
        var outcome = LoginScenario.Complete(pending, holder, issuer, TimeProvider.System.GetUtcNow());

        Assert.Equal(expected, (outcome as LoginOutcome.Rejected)?.Reason);
    }

    [Theory]
    [InlineData("-resp_key_id")]
    [InlineData("-resp_no_certs")]
    public async Task Its_other_forms_are_accepted_where_they_may(string option)
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa: false);
        using var folder = new OpensslFolder();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;

        // Without its certificate only the CA itself can be the signer.
        var signer = option == "-resp_no_certs" ? scenario.Ca : scenario.HolderResponder;
        var holder = await folder.AnswerAsync(pending.Holder.Ocsp!.Request, scenario.Ca, signer, OpensslFolder.Line('V', scenario.Leaf), option);
        var issuer = await folder.AnswerAsync(pending.Issuer.Ocsp!.Request, scenario.Root, scenario.RootResponder, OpensslFolder.Line('V', scenario.Ca));

        Assert.IsType<LoginOutcome.Accepted>(LoginScenario.Complete(pending, holder, issuer, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task An_answer_of_the_wrong_signer_is_refused()
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa: false);
        using var folder = new OpensslFolder();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;

        var holder = await folder.AnswerAsync(pending.Holder.Ocsp!.Request, scenario.Ca, scenario.Leaf, OpensslFolder.Line('V', scenario.Leaf));
        var issuer = await folder.AnswerAsync(pending.Issuer.Ocsp!.Request, scenario.Root, scenario.RootResponder, OpensslFolder.Line('V', scenario.Ca));

        var outcome = Assert.IsType<LoginOutcome.Rejected>(LoginScenario.Complete(pending, holder, issuer, TimeProvider.System.GetUtcNow()));
        Assert.Equal(LoginRejection.OcspResponderUnauthorized, outcome.Reason);
    }

    [Fact]
    public async Task Our_request_reads_as_one_about_that_certificate()
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa: false);
        using var folder = new OpensslFolder();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        await File.WriteAllBytesAsync(folder.PathOf("request.der"), pending.Holder.Ocsp!.Request.ToArray(), TestContext.Current.CancellationToken);

        var text = (await OpensslFolder.RunAsync("ocsp", "-reqin", folder.PathOf("request.der"), "-req_text", "-noverify")).StandardOutput;

        Assert.Contains("Hash Algorithm: sha1", text, StringComparison.Ordinal);
        Assert.Contains("Issuer Name Hash: " + Convert.ToHexString(Forge.Sha1(scenario.Ca.Subject)), text, StringComparison.Ordinal);
        Assert.Contains("Issuer Key Hash: " + Convert.ToHexString(scenario.Ca.Key.Sha1), text, StringComparison.Ordinal);
        Assert.Contains("Serial Number: 10000000000000005A01020304050607", text, StringComparison.Ordinal);
        Assert.Contains("OCSP Nonce", text, StringComparison.Ordinal);
    }
}
