using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardSigningTests
{
    private static SimulatedCard Card(string id)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return pki.IssueCard(Citizen.All[id]);
    }

    [Fact]
    public void Applet_1_8_signs_a_hash_with_the_key_of_its_certificate()
    {
        var card = Card("adult-18");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        var answer = card.Say("00C0000060");
        Assert.EndsWith("9000", answer, StringComparison.Ordinal);

        using var certificate = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        using var key = certificate.GetECDsaPublicKey()!;
        var hash = Convert.FromHexString(new string('5', 96));
        Assert.True(key.VerifyHash(hash, Convert.FromHexString(answer[..^4]), DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public void Applet_1_7_signs_a_digest_info_with_the_key_of_its_certificate()
    {
        var card = Card("adult-17");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey17));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6100", card.Say(CardTalk.Sign17));
        var answer = card.Say("00C0000000");
        Assert.EndsWith("9000", answer, StringComparison.Ordinal);

        using var certificate = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        using var key = certificate.GetRSAPublicKey()!;
        var hash = Convert.FromHexString(new string('5', 64));
        Assert.True(key.VerifyHash(hash, Convert.FromHexString(answer[..^4]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
