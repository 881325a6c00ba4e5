using System.Text;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Pki;

/// <summary>Damaged input never throws, and what is signed is never accepted once a bit of it changed.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class MutationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_damaged_certificate_is_never_accepted(bool rsa)
    {
        var scenario = rsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginVerdict.Pending>(scenario.Verify(verifier));
        var (mutation, read) = (new Mutation(1), 0);

        for (var i = 0; i < 3000; i++)
        {
            var damaged = mutation.Apply(scenario.Leaf.Encoded);
            read += Certificate.TryRead(damaged, out _) ? 1 : 0;
            scenario.ChangeToken = token => token with { UnverifiedCertificate = damaged };

            Assert.IsNotType<LoginVerdict.Pending>(scenario.Verify(verifier));
        }

        // The damage is not so coarse that nothing gets past the reader.
        Assert.InRange(read, 300, 2700);
    }

    [Fact]
    public void A_damaged_issuer_is_never_accepted()
    {
        var scenario = LoginScenario.Rsa();
        var (ca, root) = (scenario.Ca.Encoded, scenario.Root.Encoded);
        var verifier = scenario.Verifier(out var store);
        var mutation = new Mutation(2);

        for (var i = 0; i < 2000; i++)
        {
            var damaged = mutation.Apply(ca);
            scenario.Chain = () => [damaged, root];

            Assert.IsNotType<LoginVerdict.Pending>(scenario.Verify(verifier));
        }

        Assert.Equal(0, store.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_damaged_answer_is_never_accepted(bool rsa)
    {
        var scenario = rsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var issuer = scenario.IssuerAnswer.Answer(pending.Issuer.Ocsp!.Request);
        var holder = scenario.HolderAnswer.Answer(pending.Holder.Ocsp!.Request);
        Assert.IsType<LoginOutcome.Accepted>(LoginScenario.Complete(pending, holder, issuer, scenario.Now));
        var (mutation, reasons) = (new Mutation(3), new HashSet<LoginRejection>());

        for (var i = 0; i < 4000; i++)
        {
            var outcome = LoginScenario.Complete(pending, mutation.Apply(holder), issuer, scenario.Now);

            reasons.Add(Assert.IsType<LoginOutcome.Rejected>(outcome).Reason);
        }

        Assert.Superset(new HashSet<LoginRejection> { LoginRejection.OcspMalformed, LoginRejection.OcspResponderUnknown, LoginRejection.OcspResponderUnauthorized, LoginRejection.OcspSignature, LoginRejection.OcspUnavailable }, reasons);
    }

    [Fact]
    public void A_damaged_signature_of_a_token_is_never_accepted()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        var mutation = new Mutation(4);

        for (var i = 0; i < 500; i++)
        {
            scenario.ChangeToken = token => token with { Signature = mutation.Apply(token.Signature.ToArray()) };

            Assert.Equal(new LoginVerdict.Rejected(LoginRejection.TokenSignatureInvalid), scenario.Verify(verifier));
        }
    }

    [Fact]
    public void Damaged_text_never_throws()
    {
        var token = LoginScenario.Ec().Token().ToJson();
        var bag = CertificateBag.ToJson([[1, 2, 3], new byte[300]]);
        var (mutation, tokens, bags) = (new Mutation(5), 0, 0);

        for (var i = 0; i < 5000; i++)
        {
            // Latin-1 gives every byte a character, half of them not ASCII.
            tokens += LoginToken.TryParse(Encoding.Latin1.GetString(mutation.Apply(Encoding.Latin1.GetBytes(token))), out _) ? 1 : 0;
            bags += CertificateBag.TryParse(Encoding.Latin1.GetString(mutation.Apply(Encoding.Latin1.GetBytes(bag))), out _) ? 1 : 0;
        }

        Assert.InRange(tokens, 1, 4900);
        Assert.InRange(bags, 1, 4900);
    }

    [Fact]
    public void Damaged_addresses_and_requests_never_throw()
    {
        const string address = "https://xn--lige-6oa.example:8443/base/%C3%A9/signin-eid";
        const string nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8=";
        const string state = "AAECAwQFBgcICQoLDA0-_w";
        var (mutation, accepted) = (new Mutation(6), 0);
        string Damage(string text) => Encoding.Latin1.GetString(mutation.Apply(Encoding.Latin1.GetBytes(text)));

        for (var i = 0; i < 5000; i++)
        {
            var damaged = Damage(address);
            if (ReturnAddress.TryParse(damaged, out var read))
            {
                accepted++;
                Assert.EndsWith("/signin-eid", read!.Uri.AbsolutePath, StringComparison.Ordinal);
                Assert.Equal(read.Origin.Value, read.Uri.GetLeftPart(UriPartial.Authority));
                Assert.True(read.Uri.Scheme == "https" || read.Origin.IsLoopback);
                Assert.NotNull(read.Origin.DisplayHost);
            }

            _ = Origin.TryParse(Damage("https://xn--lige-6oa.example:8443"), out _);
            _ = LoginRequest.TryParse(
                [new("v", "1"), new("nonce", i % 3 == 0 ? Damage(nonce) : nonce), new("return_to", i % 3 == 1 ? damaged : address), new("state", i % 3 == 2 ? Damage(state) : state)],
                out _,
                out _);
        }

        Assert.InRange(accepted, 100, 4500);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    public void Noise_is_no_certificate_and_no_answer(int length)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(7);
        var noise = new byte[length];
        for (var i = 0; i < 2000; i++)
        {
            random.NextBytes(noise);
            noise[0] = 0x30;
            Assert.False(Certificate.TryRead(noise, out _));
            Assert.False(OcspResponse.TryRead(noise, out _));
        }
#pragma warning restore CA5394
    }
}
