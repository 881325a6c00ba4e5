using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

[Trait("Group", TestGroup.FirstLogin)]
public class OcspRequestTests
{
    private const string NameHash = "0414" + "1111111111111111111111111111111111111111";
    private const string KeyHash = "0414" + "2222222222222222222222222222222222222222";
    private const string Sha1 = "300906052B0E03021A0500";

    [Fact]
    public void A_request_names_the_certificate_and_the_nonce()
    {
        Assert.True(Parse(Request(Certificates(CertId("0203008001")), Extensions(Extension("04080406010203040506"))), out var request));

        var certificate = Assert.Single(request.Certificates);
        Assert.Equal("8001", Convert.ToHexString(certificate.SerialNumber));
        Assert.Equal("1111111111111111111111111111111111111111", Convert.ToHexString(certificate.IssuerNameHash));
        Assert.Equal("2222222222222222222222222222222222222222", Convert.ToHexString(certificate.IssuerKeyHash));
        Assert.Equal(CertId("0203008001"), Convert.ToHexString(certificate.Encoded));
        Assert.Equal("010203040506", Convert.ToHexString(request.Nonce!));
    }

    [Fact]
    public void Version_one_written_out_a_requestor_and_a_signature_are_taken()
    {
        // [0] EXPLICIT 0, [1] directoryName (empty), the list; then [0] signature, not looked at.
        Assert.True(Parse(Der("30", Der("30", "A003020100" + "A104A4023000" + Der("30", Certificates(CertId("020101")))) + "A0023000"), out var request));
        Assert.Null(request.Nonce);
    }

    [Theory]
    [InlineData("a nonce of no octets", "04020400")]
    [InlineData("a nonce that is not an OCTET STRING", "0403020101")]
    [InlineData("something after the nonce", "04050401010500")]
    public void A_bad_nonce_is_refused(string what, string value)
    {
        Assert.False(Parse(Request(Certificates(CertId("020101")), Extensions(Extension(value))), out _), what);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_nonce_has_at_most_128_octets(int length, bool accepted)
    {
        var nonce = Der("04", Der("04", new string('5', 2 * length)));

        Assert.Equal(accepted, Parse(Request(Certificates(CertId("020101")), Extensions(Extension(nonce))), out _));
    }

    [Fact]
    public void An_unknown_extension_is_skipped_unless_it_is_critical()
    {
        const string oid = "06032A0304";
        Assert.True(Parse(Request(Certificates(CertId("020101")), Extensions(Der("30", oid + "04020500"))), out _));
        Assert.False(Parse(Request(Certificates(CertId("020101")), Extensions(Der("30", oid + "0101FF" + "04020500"))), out _));
    }

    [Fact]
    public void A_negative_serial_number_an_unknown_hash_and_an_empty_list_are_refused()
    {
        Assert.False(Parse(Request(Certificates(CertId("0201FF"))), out _));
        Assert.False(Parse(Request(Certificates(Der("30", "300706032A03040500" + NameHash + KeyHash + "020101"))), out _));
        Assert.False(Parse(Request(""), out _));
    }

    [Fact]
    public void At_most_eight_certificates_are_asked_about()
    {
        Assert.True(Parse(Request(string.Concat(Enumerable.Repeat(Certificates(CertId("020101")), 8))), out var request));
        Assert.Equal(8, request.Certificates.Count);
        Assert.False(Parse(Request(string.Concat(Enumerable.Repeat(Certificates(CertId("020101")), 9))), out _));
    }

    [Fact]
    public void No_truncation_and_no_single_changed_byte_throws()
    {
        var good = Convert.FromHexString(Request(Certificates(CertId("0203008001")), Extensions(Extension("04080406010203040506"))));
        for (var length = 0; length < good.Length; length++)
        {
            Assert.False(OcspRequest.TryParse(good.AsMemory(0, length), out _));
        }

        Assert.False(OcspRequest.TryParse((byte[])[.. good, 0], out _));
        for (var at = 0; at < good.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var changed = (byte[])good.Clone();
                changed[at] = (byte)value;
                var accepted = OcspRequest.TryParse(changed, out var request);
                Assert.Equal(accepted, request is not null);
            }
        }
    }

    private static bool Parse(string hex, out OcspRequest request) => OcspRequest.TryParse(Convert.FromHexString(hex), out request);

    private static string Request(string list, string extensions = "") => Der("30", Der("30", Der("30", list) + extensions));

    private static string Certificates(string certId) => Der("30", certId);

    private static string CertId(string serial) => Der("30", Sha1 + NameHash + KeyHash + serial);

    private static string Extensions(string one) => Der("A2", Der("30", one));

    private static string Extension(string value) => Der("30", "06092B0601050507300102" + value);

    private static string Der(string tag, string content)
    {
        var length = content.Length / 2;
        return tag + (length < 128 ? $"{length:X2}" : length < 256 ? $"81{length:X2}" : $"82{length:X4}") + content;
    }
}
