using System.Security.Cryptography;
using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Pki;

[Trait("Group", TestGroup.Trust)]
public sealed class EcdsaSignatureTests
{
    [Theory]
    [InlineData("0102", "3006020101020102")]
    [InlineData("8001", "300702020080020101")]
    [InlineData("0000", "3006020100020100")]
    [InlineData("00FF0001", "3007020200FF020101")]
    [InlineData("007F0100", "300702017F02020100")]
    public void R_and_s_become_positive_numbers_in_their_shortest_form(string full, string der)
    {
        Span<byte> written = stackalloc byte[EcdsaSignature.MaximumLength];

        Assert.Equal(der, Convert.ToHexString(written[..EcdsaSignature.WriteDer(Convert.FromHexString(full), written)]));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(66)]
    public void What_is_written_is_strict_der_of_its_field_and_of_no_smaller_one(int length)
    {
        var full = new byte[2 * length];
        full.AsSpan().Fill(0xFF);
        Span<byte> written = stackalloc byte[EcdsaSignature.MaximumLength];

        var der = written[..EcdsaSignature.WriteDer(full, written)];

        Assert.True(EcdsaSignature.IsDer(der, length));
        Assert.False(EcdsaSignature.IsDer(der, length - 1));
    }

    [Theory]
    [InlineData("3006020101020101", true)]
    [InlineData("300602010102010100", false)]
    [InlineData("3007020101020101", false)]
    [InlineData("308106020101020101", false)]
    [InlineData("300702020001020101", false)]
    [InlineData("3006020100020101", false)]
    [InlineData("3006020181020101", false)]
    [InlineData("30060201010201", false)]
    [InlineData("3003020101", false)]
    [InlineData("3009020101020101020101", false)]
    [InlineData("30800201010201010000", false)]
    [InlineData("3006028101010201", false)]
    [InlineData("3006030101020101", false)]
    [InlineData("3081", false)]
    [InlineData("30", false)]
    [InlineData("", false)]
    public void Only_strict_der_of_two_positive_numbers_is_a_signature(string der, bool isDer) =>
        Assert.Equal(isDer, EcdsaSignature.IsDer(Convert.FromHexString(der), 32));

    [Fact]
    public void Signatures_of_a_real_key_are_der_and_come_back_from_their_full_width()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        Span<byte> written = stackalloc byte[EcdsaSignature.MaximumLength];
        for (var i = 0; i < 100; i++)
        {
            byte[] digest = SHA512.HashData([(byte)i]);
            var full = key.SignHash(digest, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

            var der = written[..EcdsaSignature.WriteDer(full, written)];

            Assert.True(EcdsaSignature.IsDer(der, 66));
            Assert.True(key.VerifyHash(digest, der, DSASignatureFormat.Rfc3279DerSequence));
        }
    }
}
