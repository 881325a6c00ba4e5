using System.Security.Cryptography;
using EidAuth.Fuzz.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Fuzzing;

/// <summary>A seed and a number mean one input on every machine: keys are made of words, and signatures of keys and bytes.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RepeatableKeyTests
{
    [Theory]
    [InlineData(256, "89485AC1A91479FF")]
    [InlineData(384, "89E28A72F290355E")]
    public void A_key_and_bytes_have_one_signature_and_it_holds(int bits, string digest)
    {
        var data = "abc"u8.ToArray();
        using var key = new RepeatableEcdsa("a word", bits);
        var signature = key.SignData(data, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);

        using var platform = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        Assert.True(platform.VerifyData(data, signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData(signature))[..16]);
    }

    [Fact]
    public void A_word_makes_one_rsa_key_and_its_signature_holds()
    {
        using var key = RepeatableRsa.Of("a word");
        var signature = key.SignData("abc"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        Assert.Equal(2048, key.KeySize);
        Assert.True(key.VerifyData("abc"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal("6D52B831A5BEB3EB", Convert.ToHexString(SHA256.HashData(signature))[..16]);
    }

    [Fact]
    public void Certificates_made_with_them_are_the_same_when_they_are_made_again()
    {
        ForgedCertificate Make() => Hierarchy.IssueCa(Hierarchy.Ec.Ca.Key, Hierarchy.Ec.Ca.Subject, Hierarchy.Ec.Root, [0x02, 0x01], pathLength: 0);

        Assert.Equal(Hierarchy.Ec.Ca.Encoded, Make().Encoded);
    }
}
