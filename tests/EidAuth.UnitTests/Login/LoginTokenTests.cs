using System.Security.Cryptography;
using System.Text.Json;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Login;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginTokenTests
{
    private const string Valid =
        """{"unverifiedCertificate":"MIIB+/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.0","appVersion":"https://web-eid.eu/2.9"}""";

    [Fact]
    public void What_an_agent_writes_a_site_reads_back()
    {
        var token = new LoginToken(new byte[] { 0x30, 0xFB, 0xFF }, "ES384", new byte[96], LoginFormat.WebEid1, "https://example.be/agent/0.1");

        Assert.True(LoginToken.TryParse(token.ToJson(), out var read));

        Assert.Equal(token.UnverifiedCertificate.ToArray(), read!.UnverifiedCertificate.ToArray());
        Assert.Equal(token.Signature.ToArray(), read.Signature.ToArray());
        Assert.Equal(("ES384", "web-eid:1.0", "https://example.be/agent/0.1"), (read.Algorithm, read.Format, read.AppVersion));
    }

    [Fact]
    public void The_members_are_those_of_Web_eID()
    {
        var token = new LoginToken(new byte[] { 0x30 }, "RS256", new byte[] { 1 }, LoginFormat.WebEid1, null);

        Assert.Equal("""{"unverifiedCertificate":"MA==","algorithm":"RS256","signature":"AQ==","format":"web-eid:1.0"}""", token.ToJson());
    }

    [Theory]
    [InlineData(Valid)]
    [InlineData("""{"signature":"AQID","format":"web-eid:1","algorithm":"ES384","unverifiedCertificate":"MIIB+/8="}""")]
    [InlineData("""{"action":"x","unverifiedCertificate":"MIIB+\/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.0","other":[1,{"a":null}]}""")]
    [InlineData("""{"unverifiedCertificate":"MIIB+/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.1"}""")]
    [InlineData("""{"unverifiedCertificate":"MIIB+/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.27"}""")]
    [InlineData("""{"unverifiedCertificate":"MIIB+/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.0","appVersion":7}""")]
    public void A_token_of_any_version_1_is_read(string json)
    {
        Assert.True(LoginToken.TryParse(json, out var token));
        Assert.Equal("308201FBFF", Convert.ToHexString(token!.UnverifiedCertificate.Span));
        Assert.Equal("010203", Convert.ToHexString(token.Signature.Span));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"token\"")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("\ud800")]
    public void What_is_no_token_is_refused(string? json)
    {
        Assert.False(LoginToken.TryParse(json, out var token));
        Assert.Null(token);
    }

    [Theory]
    [InlineData("ES384\"", "ES384\",\"algorithm\":\"ES384\"")]
    [InlineData("\"format\"", "\"x\":{\"a\":1,\"a\":2},\"format\"")]
    [InlineData("\"algorithm\":\"ES384\",", "")]
    [InlineData("\"algorithm\":\"ES384\"", "\"algorithm\":\"\"")]
    [InlineData("\"algorithm\":\"ES384\"", "\"algorithm\":\"\\ud800\"")]
    [InlineData("\"algorithm\":\"ES384\"", "\"algorithm\":\"ES384ES384ES384ES384\"")]
    [InlineData("\"algorithm\":\"ES384\"", "\"algorithm\":384")]
    [InlineData("\"algorithm\":\"ES384\"", "\"algorithm\":null")]
    [InlineData("\"format\"", "\"Format\"")]
    [InlineData("\"signature\"", "\"signatur\"")]
    [InlineData("AQID", "")]
    [InlineData("AQID", "AQI")]
    [InlineData("AQID", "AQI==")]
    [InlineData("AQID", "AQ ID")]
    [InlineData("AQID", "AQID\\n\\n\\n\\n")]
    [InlineData("AQID", "AQJ=")]
    [InlineData("AQID", "AR==")]
    [InlineData("MIIB+/8=", "MIIB-_8=")]
    [InlineData("MIIB+/8=", "MIIB+/9=")]
    [InlineData("MIIB+/8=", "MIIB+/8")]
    [InlineData("web-eid:1.0", "web-eid:2.0")]
    [InlineData("web-eid:1.0", "web-eid:10")]
    [InlineData("web-eid:1.0", "web-eid:1.")]
    [InlineData("web-eid:1.0", "web-eid:1.0.1")]
    [InlineData("web-eid:1.0", "web-eid:1.01")]
    [InlineData("web-eid:1.0", "web-eid:1.x")]
    [InlineData("web-eid:1.0", "web-eid:1.\\u0661")]
    [InlineData("web-eid:1.0", "web-eid:1.1234")]
    [InlineData("web-eid:1.0", "WEB-EID:1.0")]
    [InlineData("web-eid:1.0", " web-eid:1.0")]
    [InlineData("\"}", "\"}}")]
    [InlineData("\"}", "\",}")]
    [InlineData("{\"un", "/**/{\"un")]
    public void A_token_with_one_defect_is_refused(string from, string to)
    {
        var broken = Valid.Replace(from, to, StringComparison.Ordinal);

        Assert.True(LoginToken.TryParse(Valid, out _));
        Assert.NotEqual(Valid, broken);
        Assert.False(LoginToken.TryParse(broken, out _));
    }

    [Theory]
    [InlineData('a', 10_000, true)]
    [InlineData('a', 10_001, false)]
    [InlineData('é', 10_000, true)]
    [InlineData('é', 10_002, false)]
    public void Ten_thousand_bytes_are_the_limit(char filler, int bytes, bool accepted)
    {
        const string head = """{"unverifiedCertificate":"MIIB+/8=","algorithm":"ES384","signature":"AQID","format":"web-eid:1.0","x":""";
        var room = bytes - head.Length - 3;
        var json = $"{head}\"{new string(filler, filler == 'a' ? room : room / 2)}\"}}{(filler == 'é' && room % 2 == 1 ? " " : "")}";

        Assert.Equal(bytes, System.Text.Encoding.UTF8.GetByteCount(json));
        Assert.Equal(accepted, LoginToken.TryParse(json, out _));
    }

    [Fact]
    public void The_signed_bytes_are_two_hashes()
    {
        Assert.True(Origin.TryParse("https://ria.ee", out var origin));
        var message = new LoginMessage(origin!, "12345678901234567890123456789012345678901234");

        // SHA-256 of each text, by another tool (sha256sum).
        Assert.Equal(
            "3A0DE594DDC5E6D2DB6AC36788CCD4102B7EB272E4D610EA8956317CCF616F92" + "96D58110D3C31077970AE1197CF51A3B5152DBB2417C79DE9A59BF2F62B6D43C",
            Convert.ToHexString(message.SignedBytes(HashAlgorithmName.SHA256)));
        Assert.Equal(96, message.SignedBytes(HashAlgorithmName.SHA384).Length);
        Assert.Equal(SHA384.HashData(message.SignedBytes(HashAlgorithmName.SHA384)), message.Digest(HashAlgorithmName.SHA384));
        Assert.Equal(128, message.SignedBytes(HashAlgorithmName.SHA512).Length);
    }

    [Fact]
    public void A_message_is_hashed_with_SHA_2_only()
    {
        Assert.True(Origin.TryParse("https://ria.ee", out var origin));

        Assert.Throws<ArgumentException>(() => new LoginMessage(origin!, "n").SignedBytes(HashAlgorithmName.SHA1));
    }

    [Fact]
    public void A_bag_of_certificates_reads_back()
    {
        byte[][] certificates = [[0x30, 0xFF, 0xFB], new byte[4096]];

        Assert.True(CertificateBag.TryParse(CertificateBag.ToJson(certificates), out var read));
        Assert.Equal(certificates, read);
        Assert.Equal(certificates.Length, JsonDocument.Parse(CertificateBag.ToJson(certificates)).RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    public void An_absent_bag_is_an_empty_one(string? json)
    {
        Assert.True(CertificateBag.TryParse(json, out var certificates));
        Assert.Empty(certificates);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"MA==\"")]
    [InlineData("[null]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"MA\"]")]
    [InlineData("[\"MB==\"]")]
    [InlineData("[[\"MA==\"]]")]
    [InlineData("[[[[\"MA==\"]]]]")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("[\"MA==\",\"MA==\",\"MA==\",\"MA==\",\"MA==\"]")]
    [InlineData("[\"MA==\"")]
    [InlineData("[\"MA==\"]x")]
    public void A_bag_with_a_defect_is_refused(string json)
    {
        Assert.False(CertificateBag.TryParse(json, out var certificates));
        Assert.Empty(certificates);
    }

    [Fact]
    public void A_bag_holds_four_certificates_of_four_KiB()
    {
        Assert.True(CertificateBag.TryParse(CertificateBag.ToJson([new byte[4096], new byte[4096], new byte[4096], new byte[4096]]), out _));
        Assert.False(CertificateBag.TryParse($"[\"{Convert.ToBase64String(new byte[4097])}\"]", out _));
        Assert.False(CertificateBag.TryParse($"[\"MA==\"{new string(' ', 200_000)}]", out _));
        Assert.Throws<ArgumentException>(() => CertificateBag.ToJson([new byte[4097]]));
        Assert.Throws<ArgumentException>(() => CertificateBag.ToJson([[1], [1], [1], [1], [1]]));
    }
}
