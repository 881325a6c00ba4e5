using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardSigningTests
{
    [Fact]
    public void Applet_1_8_signs_a_hash_with_the_key_of_its_certificate()
    {
        var card = CardTalk.Issue("adult-18");
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
        var card = CardTalk.Issue("adult-17");
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

    [Theory]
    [InlineData("adult-17", "01", "3031300D060960864801650304020105000420", 32, "SHA256", "Pkcs1")]
    [InlineData("adult-17", "02", "", 20, "SHA1", "Pkcs1")]
    [InlineData("adult-17", "04", "", 16, "MD5", "Pkcs1")]
    [InlineData("adult-17", "08", "", 32, "SHA256", "Pkcs1")]
    [InlineData("adult-17", "10", "", 20, "SHA1", "Pss")]
    [InlineData("adult-17", "20", "", 32, "SHA256", "Pss")]
    public void Applet_1_7_has_six_algorithms(string id, string algorithm, string prefix, int hashLength, string hashName, string padding)
    {
        var card = CardTalk.Issue(id);
        var hash = Enumerable.Repeat((byte)0x77, hashLength).ToArray();
        var input = prefix + Convert.ToHexString(hash);
        Assert.Equal("9000", card.Say($"002241B6050480{algorithm}8482"));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6100", card.Say($"002A9E9A{input.Length / 2:X2}{input}"));
        var signature = Convert.FromHexString(card.Say("00C0000000")[..^4]);

        using var certificate = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        using var key = certificate.GetRSAPublicKey()!;
        var expected = padding == "Pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(key.VerifyHash(hash, signature, new HashAlgorithmName(hashName), expected));
    }

    [Theory]
    [InlineData("01", 32)]
    [InlineData("02", 48)]
    [InlineData("04", 64)]
    [InlineData("08", 32)]
    [InlineData("10", 48)]
    [InlineData("20", 64)]
    [InlineData("40", 20)]
    [InlineData("40", 28)]
    [InlineData("40", 32)]
    [InlineData("40", 48)]
    [InlineData("40", 64)]
    public void Applet_1_8_has_seven_algorithms(string algorithm, int hashLength)
    {
        var card = CardTalk.Issue("adult-18");
        var hash = Enumerable.Repeat((byte)0x77, hashLength).ToArray();
        Assert.Equal("9000", card.Say($"002241B6050480{algorithm}8482"));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", card.Say($"002A9E9A{hashLength:X2}{Convert.ToHexString(hash)}"));
        var signature = Convert.FromHexString(card.Say("00C0000060")[..^4]);

        using var certificate = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        using var key = certificate.GetECDsaPublicKey()!;
        Assert.True(key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Theory]
    [InlineData("adult-17", "01", 0)]
    [InlineData("adult-17", "01", 246)]
    [InlineData("adult-17", "08", 31)]
    [InlineData("adult-17", "02", 32)]
    [InlineData("adult-18", "02", 32)]
    [InlineData("adult-18", "01", 48)]
    [InlineData("adult-18", "40", 33)]
    public void Input_of_another_length_is_refused(string id, string algorithm, int length)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say($"002241B6050480{algorithm}8482"));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6700", card.Say($"002A9E9A{length:X2}{new string('5', 2 * length)}"));
    }

    [Fact]
    public void Digest_info_may_be_anything_up_to_245_bytes()
    {
        var card = CardTalk.Issue("adult-17");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey17));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6100", card.Say("002A9E9AF5" + new string('0', 490)));
        Assert.Equal("6100", card.Say("002A9E9A01FF"));
    }

    [Theory]
    [InlineData("adult-17", "002241B60504804084" + "82", "6A80")]
    [InlineData("adult-18", "002241B60504800384" + "82", "6A80")]
    [InlineData("adult-18", "002241B60503800284" + "82", "6A80")]
    [InlineData("adult-18", "002241B60504810284" + "82", "6A80")]
    [InlineData("adult-18", "002241B60504800285" + "82", "6A80")]
    [InlineData("adult-18", "002241B60504800284" + "84", "6A88")]
    [InlineData("adult-17", "002241B60504800184" + "81", "6A88")]
    [InlineData("adult-18", "002241B60404800284", "6700")]
    [InlineData("adult-18", "002281B60504800284" + "82", "6B00")]
    public void Security_environment_takes_known_keys_and_algorithms_only(string id, string command, string expected)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal(expected, card.Say(command));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6985", card.Say(id == "adult-17" ? CardTalk.Sign17 : CardTalk.Sign18));
    }

    [Fact]
    public void Basic_key_may_be_named_but_signs_nothing_by_pso()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say("002241B6050480028481"));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6985", card.Say(CardTalk.Sign18));
    }

    [Fact]
    public void Wrong_parameters_of_pso_are_refused()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6B00", card.Say("002A9E9B30" + new string('5', 96)));
    }

    [Fact]
    public void Internal_authenticate_proves_the_basic_key_without_pin()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("6160", card.Say("00880281329430" + new string('7', 96)));
        var signature = Convert.FromHexString(card.Say("00C0000060")[..^4]);
        var spki = card.ReadFile("3F00DF014040");
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        Assert.True(key.VerifyHash(Convert.FromHexString(new string('7', 96)), signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        // It clears the security environment.
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6985", card.Say(CardTalk.Sign18));
    }

    [Theory]
    [InlineData("00880281329530", "6A80")]
    [InlineData("0088028132942F", "6A80")]
    [InlineData("00880181329430", "6B00")]
    [InlineData("00880282329430", "6A88")]
    public void Internal_authenticate_wants_its_tag_its_algorithm_and_its_key(string start, string expected) =>
        Assert.Equal(expected, CardTalk.Issue("adult-18").Say(start + new string('7', 96)));

    [Fact]
    public void Internal_authenticate_stops_after_5000_until_a_verify()
    {
        var card = CardTalk.Issue("adult-18");
        var command = Convert.FromHexString("00880281329430" + new string('7', 96));
        Assert.Equal(5000, card.InternalAuthenticationsLeft);
        Assert.Equal("6160", Convert.ToHexString(card.Transmit(command)));
        Assert.Equal(4999, card.InternalAuthenticationsLeft);
        card.InternalAuthenticationsLeft = 1;
        card.Reset();
        Assert.Equal("6160", Convert.ToHexString(card.Transmit(command)));
        Assert.Equal("6985", Convert.ToHexString(card.Transmit(command)));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", Convert.ToHexString(card.Transmit(command)));
    }
}
