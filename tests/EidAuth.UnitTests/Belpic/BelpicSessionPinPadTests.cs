using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
public class BelpicSessionPinPadTests
{
    private const uint Direct = 0x42000DB2;
    private const string Features = "0604 42000DB2";

    private static readonly byte[] Certificate = IssuedCertificate.Of(IssuedCertificate.P384, 1000);
    private static readonly byte[] Digest = Message().Digest(HashAlgorithmName.SHA384);
    private static readonly byte[] Signature = IssuedCertificate.P384.SignHash(Digest);

    [Theory]
    [InlineData("nl", "0813")]
    [InlineData("fr", "080C")]
    [InlineData("de", "0407")]
    [InlineData("en", "0409")]
    public void The_keypad_verifies_between_mse_and_signature(string language, string languageId)
    {
        var card = Ready().OnControl(Direct, Structure(languageId), "9000")
            .On("002A9E9A30" + Convert.ToHexString(Digest), "6160").On("00C0000060", Convert.ToHexString(Signature) + "9000").On(CardScript.LogOff, "9000");
        using var session = BelpicSession.Open(card);
        Assert.True(session.HasPinPad);
        Assert.IsType<LoginSignature.Completed>(session.SignLoginOnPinPad(Message(), language, null, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(card.Commands, command => command.StartsWith("0020", StringComparison.Ordinal));
        card.AssertPlayed();
    }

    public static TheoryData<string, LoginSignature> Refusals => new()
    {
        { "63C2", new LoginSignature.WrongPin(2) },
        { "63C0", new LoginSignature.PinBlocked() },
        { "6983", new LoginSignature.PinBlocked() },
        { "6400", new LoginSignature.PinPadTimedOut() },
        { "6401", new LoginSignature.PinPadCancelled() },
        { "6403", new LoginSignature.PinLength() },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_the_person_did_at_the_keypad_is_a_result(string statusWord, LoginSignature expected) =>
        Assert.Equal(expected, Sign(Ready().OnControl(Direct, Structure("0409"), statusWord).On(CardScript.LogOff, "9000")));

    [Fact]
    public void A_driver_that_reports_cancel_or_time_out_as_its_own_error_means_the_same()
    {
        Assert.Equal(new LoginSignature.PinPadCancelled(), Sign(Ready().OnControl(Direct, Structure("0409"), CardFault.Cancelled).On(CardScript.LogOff, "9000")));
        Assert.Equal(new LoginSignature.PinPadTimedOut(), Sign(Ready().OnControl(Direct, Structure("0409"), CardFault.Timeout).On(CardScript.LogOff, "9000")));
    }

    [Theory]
    [InlineData("6402")]
    [InlineData("6B80")]
    [InlineData("6700")]
    [InlineData("90")]
    [InlineData("")]
    public void Anything_else_from_the_keypad_is_a_fault(string answer) =>
        Assert.Equal(
            CardFault.Protocol,
            Assert.Throws<CardException>(() => Sign(Ready().OnControl(Direct, Structure("0409"), answer).On(CardScript.LogOff, "9000"))).Fault);

    [Fact]
    public void A_card_pulled_out_at_the_keypad_ends_it() =>
        Assert.Equal(
            CardFault.Removed,
            Assert.Throws<CardException>(() => Sign(Ready().OnControl(Direct, Structure("0409"), CardFault.Removed)
                .On(CardScript.LogOff, CardFault.Removed).On(CardScript.LogOff, CardFault.Removed))).Fault);

    [Fact]
    public void Without_a_keypad_it_cannot_be_asked_for()
    {
        using var session = BelpicSession.Open(new ScriptedCard().Open18().On(CardScript.LogOff, "9000"));
        Assert.Throws<InvalidOperationException>(() => session.SignLoginOnPinPad(Message(), "nl", null, TestContext.Current.CancellationToken));
    }

    private static string Structure(string languageId) => $"1E1E8947040C040201{languageId}000000000D000000 00200001 08 20FFFFFFFFFFFFFF";

    private static ScriptedCard Ready() =>
        new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", Features).Open18().Certificate(Certificate).On(CardScript.Mse18, "9000");

    private static LoginSignature Sign(ScriptedCard card)
    {
        LoginSignature result;
        using (var session = BelpicSession.Open(card))
        {
            result = session.SignLoginOnPinPad(Message(), "en", null, TestContext.Current.CancellationToken);
        }

        card.AssertPlayed();
        return result;
    }

    private static LoginMessage Message()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }
}
