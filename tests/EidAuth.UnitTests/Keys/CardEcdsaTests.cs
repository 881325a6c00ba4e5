using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>The signature key of a 1.8 card as an <see cref="ECDsa"/>.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardEcdsaTests
{
    private static readonly byte[] Document = "Aanvraag van een parkeerkaart"u8.ToArray();

    [Theory]
    [InlineData("SHA256")]
    [InlineData("SHA384")]
    [InlineData("SHA512")]
    public void Both_forms_of_a_signature_are_verified_by_the_certificate(string hash)
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins("1234", "1234"));
        using var publicKey = bench.Key.Certificate.GetECDsaPublicKey();
        var raw = Ec(bench).SignData(Document, new(hash));
        Assert.Equal(96, raw.Length);
        Assert.True(publicKey!.VerifyData(Document, raw, new(hash), DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

        var der = Ec(bench).SignData(Document, new(hash), DSASignatureFormat.Rfc3279DerSequence);
        Assert.Equal(0x30, der[0]);
        Assert.True(publicKey.VerifyData(Document, der, new(hash), DSASignatureFormat.Rfc3279DerSequence));
        Assert.True(Ec(bench).VerifyData(Document, der, new(hash), DSASignatureFormat.Rfc3279DerSequence));
        Assert.False(Ec(bench).VerifyData("another"u8, raw, new(hash)));
    }

    [Theory]
    [InlineData(20, "14")]
    [InlineData(28, "1C")]
    [InlineData(32, "20")]
    [InlineData(48, "30")]
    [InlineData(64, "40")]
    public void Mse_verify_pso_get_response_and_log_off_and_nothing_between(int length, string lc)
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins("1234"));
        var digest = RandomNumberGenerator.GetBytes(length);
        var signature = Ec(bench).SignHash(digest);
        using var publicKey = bench.Key.Certificate.GetECDsaPublicKey();
        Assert.True(publicKey!.VerifyHash(digest, signature));
        var commands = bench.FromMse;
        Assert.Equal(5, commands.Length);
        Assert.Equal("002241B6050480408483", commands[0]);
        Assert.StartsWith("0020000108", commands[1], StringComparison.Ordinal);
        Assert.Equal($"002A9E9A{lc}{Convert.ToHexString(digest)}", commands[2]);
        Assert.Equal("00C0000060", commands[3]);
        Assert.Equal("80E6000000", commands[4]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(47)]
    [InlineData(65)]
    public void What_the_card_cannot_do_is_said_before_anybody_is_asked(int length)
    {
        var person = new TypedPins();
        using var bench = new KeyBench(KeyBench.Adult18, person);
        Assert.Throws<NotSupportedException>(() => Ec(bench).SignHash(new byte[length]));
        Assert.Empty(person.Asked);
    }

    [Theory]
    [InlineData(DSASignatureFormat.IeeeP1363FixedFieldConcatenation, 96)]
    [InlineData(DSASignatureFormat.Rfc3279DerSequence, 104)]
    public void A_buffer_that_is_too_small_costs_no_question(DSASignatureFormat format, int needed)
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(KeyBench.Adult18, person);
        Assert.False(Ec(bench).TrySignHash(new byte[48], new byte[needed - 1], format, out var written));
        Assert.Equal(0, written);
        Assert.Empty(person.Asked);
        Assert.True(Ec(bench).TrySignHash(new byte[48], new byte[needed], format, out written));
        Assert.InRange(written, 90, needed);
    }

    [Fact]
    public void The_short_overload_asks_for_no_pin_in_vain_either()
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(KeyBench.Adult18, person);
        Assert.False(Ec(bench).TrySignHash(new byte[48], new byte[95], out _));
        Assert.False(Ec(bench).TrySignData(Document, new byte[95], HashAlgorithmName.SHA384, out _));
        Assert.Empty(person.Asked);
        Assert.True(Ec(bench).TrySignData(Document, new byte[96], HashAlgorithmName.SHA384, out var written));
        Assert.Equal(96, written);
    }

    [Fact]
    public void The_private_half_never_leaves_and_the_public_half_does()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        using var publicKey = bench.Key.Certificate.GetECDsaPublicKey();
        Assert.Equal(publicKey!.ExportSubjectPublicKeyInfo(), Ec(bench).ExportSubjectPublicKeyInfo());
        Assert.Equal(384, Ec(bench).KeySize);
        Assert.Throws<CryptographicException>(() => Ec(bench).ExportParameters(includePrivateParameters: true));
        Assert.Throws<CryptographicException>(() => Ec(bench).ExportExplicitParameters(includePrivateParameters: true));
        Assert.Throws<CryptographicException>(Ec(bench).ExportECPrivateKey);
        Assert.Throws<CryptographicException>(() => bench.Key.Certificate.CopyWithPrivateKey(Ec(bench)));
    }

    [Fact]
    public void It_signs_and_does_nothing_else()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins());
        Assert.Throws<NotSupportedException>(() => Ec(bench).GenerateKey(ECCurve.NamedCurves.nistP384));
        Assert.Throws<NotSupportedException>(() => Ec(bench).ImportParameters(default));
        Assert.Throws<CryptographicException>(() => Ec(bench).KeySize = 256);
    }

    [Fact]
    public void A_signature_that_is_not_the_certificates_is_a_fault()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var key = new CardEcdsa(ECDsa.Create(ECCurve.NamedCurves.nistP384), (_, input, _, _) => other.SignHash(input.ToArray()));
        Assert.Equal(CardFault.Protocol, Assert.Throws<CardSigningException>(() => key.SignData(Document, HashAlgorithmName.SHA384)).Fault);
    }

    private static ECDsa Ec(KeyBench bench) => Assert.IsType<ECDsa>(bench.Key.Key, exactMatch: false);
}
