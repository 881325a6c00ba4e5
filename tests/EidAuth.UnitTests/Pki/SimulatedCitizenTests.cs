using System.Net.Http.Headers;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using EidAuth.UnitTests.AspNetCore;
using Xunit;

namespace EidAuth.UnitTests.Pki;

/// <summary>The verifier against the test kit: cards that sign, their PKI, and its responder over HTTP.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCitizenTests
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Site = "https://loket.example.be";

    [Theory]
    [InlineData("adult-17", null)]
    [InlineData("adult-18", null)]
    [InlineData("born-2003", null)]
    [InlineData("hostile-name", null)]
    [InlineData("one-try-left", null)]
    [InlineData("german-card", null)]
    [InlineData("rekeyed-17", null)]
    [InlineData("long-name", null)]
    [InlineData("no-first-name", null)]
    [InlineData("year-only", null)]
    [InlineData("foreigner", null)]
    [InlineData("eu-plus", null)]
    [InlineData("bad-identity-signature", null)]
    [InlineData("revoked", LoginRejection.CertificateRevoked)]
    [InlineData("on-hold", LoginRejection.CertificateOnHold)]
    public async Task A_card_of_the_test_kit_is_judged_as_its_citizen_says(string id, LoginRejection? expected)
    {
        var clock = new ManualTimeProvider();
        await using var cards = await TestCards.StartAsync(clock);
        var (json, bag) = cards.Sign(id, Site, Nonce);
        Assert.True(LoginToken.TryParse(json, out var token));
        Assert.True(CertificateBag.TryParse(bag, out var chain));
        Assert.True(Origin.TryParse(Site, out var origin));
        var verifier = new LoginVerifier(TrustAnchors.FromTestFolder(cards.AnchorsFolder), new IssuingCaStore());

        var pending = Assert.IsType<LoginVerdict.Pending>(verifier.Verify(token!, chain, new LoginMessage(origin!, Nonce), clock.GetUtcNow())).Login;
        var outcome = LoginScenario.Complete(pending, await AskAsync(pending.Holder.Ocsp!), await AskAsync(pending.Issuer.Ocsp!), clock.GetUtcNow());

        Assert.Equal(expected, (outcome as LoginOutcome.Rejected)?.Reason);
        if (outcome is LoginOutcome.Accepted accepted)
        {
            var citizen = Citizen.All[id];
            Assert.Equal(citizen.NationalNumber, accepted.Login.NationalNumber);
            Assert.Equal(id == "hostile-name" ? "<script>alert('eid')</script>\uFFFDgnortsnI\uFFFD\"&" : citizen.Surname, accepted.Login.Surname);
            Assert.True(accepted.Login.TestTrust);
            Assert.False(accepted.Login.HasUnlistedPolicy);
        }
    }

    private static async Task<byte[]> AskAsync(OcspQuestion question)
    {
#pragma warning disable RS0030 // One request of one test: no factory is at hand.
        using var client = new HttpClient();
#pragma warning restore RS0030
        using var content = new ReadOnlyMemoryContent(question.Request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
        using var response = await client.PostAsync(question.Address, content, TestContext.Current.CancellationToken);
        Assert.Equal("application/ocsp-response", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
