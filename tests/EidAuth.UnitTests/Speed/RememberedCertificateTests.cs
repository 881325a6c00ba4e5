using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.UnitTests.Belpic;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>A card that signed before: its certificate is remembered, checked by the signature, and a renewed card costs no second PIN.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class RememberedCertificateTests : IDisposable
{
    private static readonly ECDsa RenewedKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private static readonly byte[] Certificate = IssuedCertificate.Of(IssuedCertificate.P384, 1000);
    private static readonly byte[] Renewed = IssuedCertificate.Of(RenewedKey, 1000);
    private static readonly byte[] RenewedRsa = IssuedCertificate.Of(IssuedCertificate.Rsa2048, 1300);
    private static readonly byte[] Digest = Message().Digest(HashAlgorithmName.SHA384);
    private static readonly byte[] Digest17 = Message().Digest(HashAlgorithmName.SHA256);

    private readonly CertificateCache cache = new(new ManualTimeProvider());

    public void Dispose() => cache.Dispose();

    [Fact]
    public void The_second_login_of_a_card_takes_6_commands_and_log_off()
    {
        LogIn();

        var card = Known().On(CardScript.Verify1234, "9000").Sign18(Digest, IssuedCertificate.P384.SignHash(Digest)).On(CardScript.LogOff, "9000");
        Assert.Equal(Certificate, Completed(card).UnverifiedCertificate.ToArray());
        Assert.Equal(6, card.Commands.Count - 1);
    }

    [Fact]
    public void Prepared_while_the_person_types_the_card_is_in_the_keys_directory_before_the_pin()
    {
        LogIn();

        var card = new ScriptedCard().Open18().On(CardScript.SelectDirectory, "9000");
        using var session = Open(card);
        Assert.Equal(LoginReadiness.Ready, session.PrepareLogin());
        card.AssertPlayed();
        card.On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest, IssuedCertificate.P384.SignHash(Digest)).On(CardScript.LogOff, "9000");
        Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
        card.AssertPlayed();
    }

    [Fact]
    public void A_renewed_card_signs_again_while_the_pin_stands_and_is_sent_the_pin_once()
    {
        LogIn();

        var card = Known().On(CardScript.Verify1234, "9000").Sign18(Digest, RenewedKey.SignHash(Digest))
            .Certificate(Renewed).On(CardScript.Mse18, "9000").Sign18(Digest, RenewedKey.SignHash(Digest)).On(CardScript.LogOff, "9000");
        Assert.Equal(Renewed, Completed(card).UnverifiedCertificate.ToArray());
        Assert.Equal(1, card.Commands.Count(command => command == CardScript.Verify1234));

        var next = Known().On(CardScript.Verify1234, "9000").Sign18(Digest, RenewedKey.SignHash(Digest)).On(CardScript.LogOff, "9000");
        Assert.Equal(Renewed, Completed(next).UnverifiedCertificate.ToArray());
    }

    [Fact]
    public void A_card_renewed_with_a_key_of_another_kind_signs_by_the_new_algorithm()
    {
        LogIn();

        var signature = IssuedCertificate.Rsa2048.SignHash(Digest17, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var card = Known().On(CardScript.Verify1234, "9000").Sign18(Digest, new byte[96])
            .Certificate(RenewedRsa).On(CardScript.Mse17, "9000").Sign17(Digest17, signature).On(CardScript.LogOff, "9000");
        Assert.Equal("RS256", Completed(card).Algorithm);
    }

    [Fact]
    public void A_wrong_signature_of_a_card_that_was_not_renewed_is_a_fault_and_the_card_is_forgotten()
    {
        LogIn();

        Faulty(
            Known().On(CardScript.Verify1234, "9000").Sign18(Digest, new byte[96])
                .Certificate(Certificate).On(CardScript.Mse18, "9000").Sign18(Digest, new byte[96]).On(CardScript.LogOff, "9000"),
            CardFault.Protocol);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void A_renewed_card_whose_new_certificate_is_gone_is_a_fault()
    {
        LogIn();

        Faulty(
            Known().On(CardScript.Verify1234, "9000").Sign18(Digest, RenewedKey.SignHash(Digest))
                .On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), Convert.ToHexString(new byte[256]) + "9000").On(CardScript.LogOff, "9000"),
            CardFault.Protocol);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void A_card_that_fails_with_what_was_remembered_is_read_the_next_time()
    {
        LogIn();

        var card = Known("6A80").On(CardScript.SelectDirectory, "9000").On(CardScript.Mse18, "6A80").On(CardScript.LogOff, "9000");
        Faulty(card, CardFault.Protocol);
        Assert.DoesNotContain(CardScript.Verify1234, card.Commands);
        LogIn();
    }

    [Fact]
    public void A_wrong_pin_does_not_forget_the_card()
    {
        LogIn();

        using (var session = Open(Known().On(CardScript.Verify1234, "63C2").On(CardScript.LogOff, "9000")))
        {
            Assert.Equal(new LoginSignature.WrongPin(2), session.SignLogin(Message(), "1234"u8));
        }

        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void A_card_that_did_not_sign_is_not_remembered()
    {
        using (var session = Open(new ScriptedCard().Open18().Certificate(Certificate).On(CardScript.LogOff, "9000")))
        {
            Assert.Equal(LoginReadiness.Ready, session.PrepareLogin());
        }

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Without_a_cache_every_login_reads_the_card()
    {
        LogIn();

        var card = Fresh();
        using var session = BelpicSession.Open(card);
        Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
        card.AssertPlayed();
    }

    [Fact]
    public void Another_chip_before_the_pin_is_sent_no_pin()
    {
        var other = CardScript.CardDataWithTries(0x18).Replace("534C494E01", "534C494EFF", StringComparison.Ordinal);
        var card = new ScriptedCard().Open18().Certificate(Certificate).On(CardScript.GetCardDataWithTries, other).On(CardScript.LogOff, "9000");
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() =>
        {
            using var session = Open(card);
            session.SignLogin(Message(), "1234"u8, triesShown: 3);
        }).Fault);
        Assert.DoesNotContain(CardScript.Verify1234, card.Commands);
        card.AssertPlayed();
    }

    private static LoginMessage Message()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    private static ScriptedCard Fresh() => new ScriptedCard().Open18().Certificate(Certificate).On(CardScript.Mse18, "9000")
        .On(CardScript.Verify1234, "9000").Sign18(Digest, IssuedCertificate.P384.SignHash(Digest)).On(CardScript.LogOff, "9000");

    private static ScriptedCard Known(string environment = "9000") =>
        new ScriptedCard().Open18().On(CardScript.SelectDirectory, "9000").On(CardScript.Mse18, environment);

    private BelpicSession Open(ScriptedCard card) => BelpicSession.Open(card, TimeProvider.System, cache);

    private void LogIn()
    {
        Completed(Fresh());
        Assert.Equal(1, cache.Count);
    }

    private LoginToken Completed(ScriptedCard card)
    {
        using var session = Open(card);
        var completed = Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
        card.AssertPlayed();
        return completed.Token;
    }

    private void Faulty(ScriptedCard card, CardFault fault)
    {
        Assert.Equal(fault, Assert.Throws<CardException>(() =>
        {
            using var session = Open(card);
            session.SignLogin(Message(), "1234"u8);
        }).Fault);
        card.AssertPlayed();
    }
}
