using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>The signature key of a 1.7 card as an <see cref="RSA"/>.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardRsaTests
{
    private static readonly byte[] Document = "Aanvraag van een parkeerkaart"u8.ToArray();

    public static TheoryData<string, string> Supported => new()
    {
        { "SHA256", "Pkcs1" },
        { "SHA384", "Pkcs1" },
        { "SHA512", "Pkcs1" },
        { "SHA256", "Pss" },
    };

    [Theory]
    [MemberData(nameof(Supported))]
    public void A_signature_is_verified_by_the_certificate(string hash, string padding)
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins("1234"));
        var signature = Rsa(bench).SignData(Document, new(hash), PaddingOf(padding));
        using var publicKey = bench.Key.Certificate.GetRSAPublicKey();
        Assert.True(publicKey!.VerifyData(Document, signature, new(hash), PaddingOf(padding)));
        Assert.True(Rsa(bench).VerifyData(Document, signature, new(hash), PaddingOf(padding)));
        Assert.False(Rsa(bench).VerifyData("another"u8, signature, new(hash), PaddingOf(padding)));
    }

    [Theory]
    [InlineData("Pkcs1", "01", "33")]
    [InlineData("Pss", "20", "20")]
    public void Mse_verify_pso_get_response_and_log_off_and_nothing_between(string padding, string algorithm, string length)
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins("1234"));
        Rsa(bench).SignData(Document, HashAlgorithmName.SHA256, PaddingOf(padding));
        var commands = bench.FromMse;
        Assert.Equal(5, commands.Length);
        Assert.Equal($"002241B6050480{algorithm}8483", commands[0]);
        Assert.StartsWith("0020000108", commands[1], StringComparison.Ordinal);
        Assert.StartsWith($"002A9E9A{length}", commands[2], StringComparison.Ordinal);
        Assert.Equal("00C0000000", commands[3]);
        Assert.Equal("80E6000000", commands[4]);
    }

    [Fact]
    public void Each_signature_asks_for_the_pin_anew_and_shows_its_digest()
    {
        var person = new TypedPins("1234", "1234");
        using var bench = new KeyBench(KeyBench.Adult17, person);
        Rsa(bench).SignData(Document, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Rsa(bench).SignData("second"u8, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        Assert.Equal([SHA256.HashData(Document), SHA512.HashData("second"u8)], person.Asked.Select(request => request.Digest.ToArray()));
        Assert.All(person.Asked, request => Assert.Equal(3, request.TriesLeft));
        Assert.Equal(2, bench.PinsSent);
    }

    public static TheoryData<string, RSASignaturePadding> NotSupported => new()
    {
        { "SHA1", RSASignaturePadding.Pkcs1 },
        { "MD5", RSASignaturePadding.Pkcs1 },
        { "SHA3-256", RSASignaturePadding.Pkcs1 },
        { "SHA1", RSASignaturePadding.Pss },
        { "SHA384", RSASignaturePadding.Pss },
        { "SHA512", RSASignaturePadding.Pss },
    };

    [Theory]
    [MemberData(nameof(NotSupported), DisableDiscoveryEnumeration = true)]
    public void What_the_card_cannot_do_is_said_before_anybody_is_asked(string hash, RSASignaturePadding padding)
    {
        var person = new TypedPins();
        using var bench = new KeyBench(KeyBench.Adult17, person);
        var length = hash switch { "MD5" => 16, "SHA1" => 20, "SHA384" => 48, "SHA512" => 64, _ => 32 };
        var exception = Assert.Throws<NotSupportedException>(() => Rsa(bench).SignHash(new byte[length], new(hash), padding));
        Assert.StartsWith("This card", exception.Message, StringComparison.Ordinal);
        Assert.Empty(person.Asked);
    }

    [Fact]
    public void A_digest_of_another_length_is_refused_before_anybody_is_asked()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins());
        Assert.Throws<CryptographicException>(() => Rsa(bench).SignHash(new byte[20], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void A_buffer_that_is_too_small_costs_no_question()
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(KeyBench.Adult17, person);
        Assert.False(Rsa(bench).TrySignHash(new byte[32], new byte[255], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out var written));
        Assert.Equal(0, written);
        Assert.Empty(person.Asked);
        Assert.True(Rsa(bench).TrySignHash(new byte[32], new byte[256], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out written));
        Assert.Equal(256, written);
    }

    [Fact]
    public void The_private_half_never_leaves_and_the_public_half_does()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins());
        using var publicKey = bench.Key.Certificate.GetRSAPublicKey();
        Assert.Equal(publicKey!.ExportSubjectPublicKeyInfo(), Rsa(bench).ExportSubjectPublicKeyInfo());
        Assert.Equal(2048, Rsa(bench).KeySize);
        Assert.Throws<CryptographicException>(() => Rsa(bench).ExportParameters(includePrivateParameters: true));
        Assert.Throws<CryptographicException>(Rsa(bench).ExportPkcs8PrivateKey);
        Assert.Throws<CryptographicException>(() => bench.Key.Certificate.CopyWithPrivateKey(Rsa(bench)));
        Assert.False(bench.Key.Certificate.HasPrivateKey);
    }

    [Fact]
    public void It_signs_and_does_nothing_else()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins());
        Assert.Throws<NotSupportedException>(() => Rsa(bench).Decrypt(new byte[256], RSAEncryptionPadding.Pkcs1));
        Assert.Throws<NotSupportedException>(() => Rsa(bench).Encrypt(new byte[16], RSAEncryptionPadding.OaepSHA256));
        Assert.Throws<NotSupportedException>(() => Rsa(bench).ImportParameters(default));
        Assert.Throws<CryptographicException>(() => Rsa(bench).KeySize = 1024);
    }

    [Fact]
    public void A_signature_that_is_not_the_certificates_is_a_fault()
    {
        using var other = RSA.Create(2048);
        using var key = new CardRsa(RSA.Create(2048), (_, _, digest, _) => other.SignHash(digest.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var exception = Assert.Throws<CardSigningException>(() => key.SignData(Document, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(EidAuth.Iso7816.CardFault.Protocol, exception.Fault);
    }

    private static RSA Rsa(KeyBench bench) => Assert.IsType<RSA>(bench.Key.Key, exactMatch: false);

    private static RSASignaturePadding PaddingOf(string name) => name == "Pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
