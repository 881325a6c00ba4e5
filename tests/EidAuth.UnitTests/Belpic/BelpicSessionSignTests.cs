using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
public class BelpicSessionSignTests(ITestOutputHelper output)
{
    private static readonly byte[] Certificate17 = IssuedCertificate.Of(IssuedCertificate.Rsa2048, 1300);
    private static readonly byte[] Certificate18 = IssuedCertificate.Of(IssuedCertificate.P384, 1000);
    private static readonly byte[] Digest17 = Message().Digest(HashAlgorithmName.SHA256);
    private static readonly byte[] Digest18 = Message().Digest(HashAlgorithmName.SHA384);
    private static readonly byte[] Signature17 = IssuedCertificate.Rsa2048.SignHash(Digest17, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    private static readonly byte[] Signature18 = IssuedCertificate.P384.SignHash(Digest18);

    [Fact]
    public void A_1_8_card_logs_in_with_es384_in_11_commands()
    {
        var card = new ScriptedCard().Open18().Certificate(Certificate18)
            .On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18).On(CardScript.LogOff, "9000");
        var token = Completed(card);
        Assert.Equal("ES384", token.Algorithm);
        Assert.Equal("web-eid:1.0", token.Format);
        Assert.Equal(Certificate18, token.UnverifiedCertificate.ToArray());
        Assert.True(IssuedCertificate.P384.VerifyData(Message().SignedBytes(HashAlgorithmName.SHA384), token.Signature.Span, HashAlgorithmName.SHA384));
        Assert.InRange(Counted(card, "1.8"), 1, 11);
    }

    [Fact]
    public void A_1_7_card_logs_in_with_rs256_in_13_commands()
    {
        var card = new ScriptedCard(ScriptedCard.Atr17).Open17().Certificate(Certificate17)
            .On(CardScript.Mse17, "9000").On(CardScript.Verify1234, "9000").Sign17(Digest17, Signature17).On(CardScript.LogOff, "9000");
        var token = Completed(card);
        Assert.Equal("RS256", token.Algorithm);
        Assert.Equal(Certificate17, token.UnverifiedCertificate.ToArray());
        Assert.True(IssuedCertificate.Rsa2048.VerifyData(
            Message().SignedBytes(HashAlgorithmName.SHA256), token.Signature.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.InRange(Counted(card, "1.7"), 1, 13);
    }

    [Fact]
    public void The_algorithm_follows_the_certificates_key_not_the_applet()
    {
        var card = new ScriptedCard().Open18().Certificate(Certificate17)
            .On(CardScript.Mse17, "9000").On(CardScript.Verify1234, "9000").Sign17(Digest17, Signature17).On(CardScript.LogOff, "9000");
        Assert.Equal("RS256", Completed(card).Algorithm);
    }

    [Fact]
    public void A_reader_that_fetches_the_answer_itself_is_no_trouble()
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000")
            .On("002A9E9A30" + Convert.ToHexString(Digest18), Convert.ToHexString(Signature18) + "9000").On(CardScript.LogOff, "9000");
        Completed(card);
    }

    [Theory]
    [InlineData("63C2", 2)]
    [InlineData("63C1", 1)]
    [InlineData("63CF", 15)]
    public void A_wrong_pin_tells_how_many_tries_are_left(string statusWord, int left) =>
        Assert.Equal(new LoginSignature.WrongPin(left), AfterVerify(statusWord));

    [Theory]
    [InlineData("63C0")]
    [InlineData("6983")]
    public void The_last_wrong_pin_blocks_however_the_card_puts_it(string statusWord) => Assert.Equal(new LoginSignature.PinBlocked(), AfterVerify(statusWord));

    [Theory]
    [InlineData("6400")]
    [InlineData("6401")]
    [InlineData("6403")]
    [InlineData("6A88")]
    [InlineData("6300")]
    public void Any_other_answer_to_verify_is_a_fault(string statusWord)
    {
        var exception = Faulty(Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, statusWord).On(CardScript.LogOff, "9000"), CardFault.Protocol);
        Assert.Equal(statusWord, exception.StatusWord.ToString());
    }

    [Fact]
    public void A_second_pin_may_follow_a_wrong_one_in_the_same_session()
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On("0020000108 26000000FFFFFFFF", "63C2").On(CardScript.LogOff, "9000")
            .On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18).On(CardScript.LogOff, "9000");
        using var session = BelpicSession.Open(card);
        Assert.IsType<LoginSignature.WrongPin>(session.SignLogin(Message(), "000000"u8));
        Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12x4")]
    public void What_is_no_pin_never_reaches_the_card(string pin)
    {
        var card = Ready18();
        using var session = BelpicSession.Open(card);
        session.ReadCertificate(CertificateFile.Authentication);
        Assert.Equal(new LoginSignature.PinLength(), session.SignLogin(Message(), Encoding.ASCII.GetBytes(pin)));
        card.AssertPlayed();
        card.On(CardScript.LogOff, "9000");
    }

    [Fact]
    public void Another_program_that_moved_the_card_costs_one_select()
    {
        var card = Ready18().On(CardScript.Mse18, "6A88").On(CardScript.SelectDirectory, "9000").On(CardScript.Mse18, "9000")
            .On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18).On(CardScript.LogOff, "9000");
        Completed(card);
    }

    [Fact]
    public void Another_program_that_selected_its_applet_costs_two()
    {
        var card = Ready18().On(CardScript.Mse18, "6D00").On(CardScript.SelectDirectory, "6D00").On(CardScript.SelectApplet, "9000").On(CardScript.SelectDirectory, "9000")
            .On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18).On(CardScript.LogOff, "9000");
        Completed(card);
    }

    [Fact]
    public void Without_a_security_environment_no_pin_is_sent()
    {
        var card = Ready18().On(CardScript.Mse18, "6A88").On(CardScript.SelectDirectory, "9000").On(CardScript.Mse18, "6A88").On(CardScript.LogOff, "9000");
        Faulty(card, CardFault.Protocol);
        AssertNoPin(card);
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_left_while_the_person_typed_is_sent_no_pin(CardFault fault)
    {
        var card = Ready18().OnBegin(fault).On(CardScript.LogOff, fault);
        Faulty(card, fault);
        AssertNoPin(card);
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_leaves_at_mse_is_sent_no_pin(CardFault fault)
    {
        var card = Ready18().On(CardScript.Mse18, fault).On(CardScript.LogOff, fault);
        Faulty(card, fault);
        AssertNoPin(card);
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_leaves_at_verify_ends_it(CardFault fault) =>
        Faulty(Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, fault).On(CardScript.LogOff, fault).On(CardScript.LogOff, fault), fault);

    [Fact]
    public void A_card_that_leaves_at_the_signature_ends_it() =>
        Faulty(
            Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").On("002A9E9A30" + Convert.ToHexString(Digest18), CardFault.Removed)
                .On(CardScript.LogOff, CardFault.Removed).On(CardScript.LogOff, CardFault.Removed),
            CardFault.Removed);

    [Theory]
    [InlineData("6982")]
    [InlineData("6985")]
    [InlineData("6700")]
    [InlineData("9000")]
    public void A_refused_or_empty_signature_is_a_fault_and_the_card_is_logged_off(string answer) =>
        Faulty(
            Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").On("002A9E9A30" + Convert.ToHexString(Digest18), answer).On(CardScript.LogOff, "9000"),
            CardFault.Protocol);

    [Fact]
    public void A_shortened_signature_is_the_answers_fault()
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18[..95]).On(CardScript.LogOff, "9000");
        Assert.Equal(StatusWord.Success, Faulty(card, CardFault.Protocol).StatusWord);
    }

    [Fact]
    public void A_signature_of_another_message_is_a_fault()
    {
        var other = IssuedCertificate.P384.SignHash(new byte[48]);
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, other).On(CardScript.LogOff, "9000");
        Assert.Null(Faulty(card, CardFault.Protocol).StatusWord);
    }

    [Fact]
    public void Log_off_is_tried_again_at_the_end_when_the_card_refused_it()
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "9000").Sign18(Digest18, Signature18)
            .On(CardScript.LogOff, "6400").On(CardScript.LogOff, "9000");
        Completed(card);
    }

    [Fact]
    public void A_last_try_that_the_card_told_at_its_opening_is_not_spent_on_a_person_who_was_told_nothing()
    {
        var card = new ScriptedCard().On(CardScript.GetCardDataWithTries, CardScript.CardDataWithTries(0x18, triesLeft: 1))
            .Certificate(Certificate18).On(CardScript.LogOff, "9000");
        Assert.Equal(new LoginSignature.FewerTries(1), Signed(card, triesShown: null));
    }

    [Fact]
    public void A_last_try_that_a_wrong_pin_told_is_not_spent_on_a_person_who_was_told_nothing()
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, "63C1").On(CardScript.LogOff, "9000");
        using var session = BelpicSession.Open(card);
        Assert.Equal(new LoginSignature.WrongPin(1), session.SignLogin(Message(), "1234"u8));
        Assert.Equal(new LoginSignature.FewerTries(1), session.SignLogin(Message(), "1234"u8));
        card.AssertPlayed();
    }

    [Fact]
    public void Where_another_applet_was_selected_meanwhile_the_tries_are_asked_of_ours()
    {
        var card = new ScriptedCard(ScriptedCard.Atr17).Open17().Certificate(Certificate17)
            .On("0020000100", "6D00").On(CardScript.SelectApplet, "9000").On("0020000100", "63C1").On(CardScript.LogOff, "9000");
        Assert.Equal(new LoginSignature.FewerTries(1), Signed(card, triesShown: 3));
    }

    public static TheoryData<byte[]> OtherKeys => new(
        IssuedCertificate.Of(IssuedCertificate.Rsa1024, 1000),
        IssuedCertificate.Of(IssuedCertificate.P256, 1000),
        IssuedCertificate.Of(IssuedCertificate.Brainpool384, 1000));

    [Theory]
    [MemberData(nameof(OtherKeys), DisableDiscoveryEnumeration = true)]
    public void A_card_with_another_key_is_refused_before_any_pin(byte[] certificate)
    {
        var card = new ScriptedCard(ScriptedCard.Atr17).On(CardScript.GetCardData, CardScript.CardData(0x11)).Certificate(certificate).On(CardScript.LogOff, "9000");
        using (var session = BelpicSession.Open(card))
        {
            Assert.Equal(new LoginSignature.KeyNotSupported(), session.SignLogin(Message(), "1234"u8));
        }

        AssertNoPin(card);
        card.AssertPlayed();
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_a_fault()
    {
        var card = new ScriptedCard().Open18().Certificate([0x30, 0x82, 0x01, 0x00, .. new byte[256]]).On(CardScript.LogOff, "9000");
        var exception = Faulty(card, CardFault.Protocol);
        Assert.Null(exception.InnerException);
        AssertNoPin(card);
    }

    [Fact]
    public void A_card_without_certificate_cannot_be_asked_to_sign()
    {
        var card = new ScriptedCard().Open18().On(CardScript.SelectAuthentication, "9000").On(CardScript.Read(0, 256), "00009000").On(CardScript.LogOff, "9000");
        using var session = BelpicSession.Open(card);
        Assert.Throws<InvalidOperationException>(() => session.SignLogin(Message(), "1234"u8));
    }

    private static LoginMessage Message()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    private static ScriptedCard Ready18() => new ScriptedCard().Open18().Certificate(Certificate18);

    private static LoginSignature AfterVerify(string statusWord)
    {
        var card = Ready18().On(CardScript.Mse18, "9000").On(CardScript.Verify1234, statusWord).On(CardScript.LogOff, "9000");
        using var session = BelpicSession.Open(card);
        var result = session.SignLogin(Message(), "1234"u8);
        card.AssertPlayed();
        return result;
    }

    private static LoginSignature Signed(ScriptedCard card, int? triesShown)
    {
        using var session = BelpicSession.Open(card);
        var result = session.SignLogin(Message(), "1234"u8, triesShown);
        session.Dispose();
        card.AssertPlayed();
        return result;
    }

    private static LoginToken Completed(ScriptedCard card)
    {
        using (var session = BelpicSession.Open(card))
        {
            var completed = Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
            session.Dispose();
            card.AssertPlayed();
            return completed.Token;
        }
    }

    private static CardException Faulty(ScriptedCard card, CardFault fault)
    {
        var exception = Assert.Throws<CardException>(() =>
        {
            using var session = BelpicSession.Open(card);
            session.SignLogin(Message(), "1234"u8);
        });
        Assert.Equal(fault, exception.Fault);
        Assert.True(card.Disposed);
        card.AssertPlayed();
        return exception;
    }

    private static void AssertNoPin(ScriptedCard card) =>
        Assert.DoesNotContain(card.Commands, command => command.StartsWith("0020", StringComparison.Ordinal));

    private int Counted(ScriptedCard card, string applet)
    {
        var afterPin = card.Commands.Count - card.Commands.IndexOf(CardScript.Verify1234);
        output.WriteLine($"applet {applet}: {card.Commands.Count} commands for certificate and signature, {afterPin + 1} from MSE on");
        Assert.InRange(afterPin, 3, 5);
        return card.Commands.Count;
    }
}
