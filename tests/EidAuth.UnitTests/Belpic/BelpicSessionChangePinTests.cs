using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.Card)]
public class BelpicSessionChangePinTests
{
    public static TheoryData<string, PinResult> Answers => new()
    {
        { "9000", new PinResult.Done() },
        { "63C2", new PinResult.WrongPin(2) },
        { "63C0", new PinResult.Blocked() },
        { "6983", new PinResult.Blocked() },
        { "6A80", new PinResult.NewPinRefused() },
        { "6700", new PinResult.NewPinRefused() },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public void What_the_card_says_is_a_result_and_the_card_is_logged_off(string statusWord, PinResult expected)
    {
        Assert.Equal(expected, Change(PinScript.Card18().On(PinScript.Change1234To5678, statusWord).LoggedOff()));
        Assert.Equal(expected, Change(PinScript.Card17().On(PinScript.Change1234To5678, statusWord).LoggedOff()));
        Assert.Equal(expected, Change(PinScript.Card11().On(PinScript.Change1234To5678, statusWord).LoggedOff()));
    }

    [Theory]
    [InlineData("6300")]
    [InlineData("6400")]
    [InlineData("6401")]
    [InlineData("6402")]
    [InlineData("6403")]
    [InlineData("6A88")]
    [InlineData("6F00")]
    public void After_any_other_answer_either_pin_may_stand(string statusWord) =>
        Assert.Equal(new PinResult.ChangeUnknown(CardFault.Protocol), Change(PinScript.Card18().On(PinScript.Change1234To5678, statusWord).LoggedOff()));

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Mute)]
    public void When_the_card_leaves_at_the_change_either_pin_may_stand(CardFault fault) =>
        Assert.Equal(
            new PinResult.ChangeUnknown(fault),
            Change(PinScript.Card18().On(PinScript.Change1234To5678, fault).On(CardScript.LogOff, fault).On(CardScript.LogOff, fault)));

    [Theory]
    [InlineData("123", "5678")]
    [InlineData("1234", "567")]
    [InlineData("1234", "")]
    [InlineData("1234", "5678901234567")]
    [InlineData("1234", "567x")]
    [InlineData("12345678901234567890", "5678")]
    public void What_is_no_pin_never_reaches_the_card(string current, string replacement)
    {
        var card = new ScriptedCard().Open18().LoggedOff();
        using (var session = BelpicSession.Open(card))
        {
            Assert.Equal(new PinResult.PinLength(), session.ChangePin(Encoding.ASCII.GetBytes(current), Encoding.ASCII.GetBytes(replacement)));
        }

        card.AssertPlayed();
    }

    [Fact]
    public void The_longest_pins_fill_their_blocks()
    {
        var card = PinScript.Card18().On("0024000110 2C123456789012FF 2C210987654321FF", "9000").LoggedOff();
        using (var session = BelpicSession.Open(card))
        {
            Assert.Equal(new PinResult.Done(), session.ChangePin("123456789012"u8, "210987654321"u8));
        }

        card.AssertPlayed();
    }

    [Fact]
    public void The_last_try_is_guarded()
    {
        Assert.Equal(new PinResult.FewerTries(1), Change(PinScript.Card18(1).LoggedOff()));
        Assert.Equal(new PinResult.FewerTries(1), Change(PinScript.Card17("63C1").LoggedOff(), 2));
        Assert.Equal(new PinResult.Done(), Change(PinScript.Card17("63C1").On(PinScript.Change1234To5678, "9000").LoggedOff(), 1));
        Assert.Equal(new PinResult.Blocked(), Change(PinScript.Card18(0).LoggedOff(), 1));
    }

    [Fact]
    public void A_wrong_pin_at_the_change_counts_for_the_check_too()
    {
        var card = PinScript.Card11().On(PinScript.Change1234To5678, "63C1").LoggedOff().Asked11();
        using (var session = BelpicSession.Open(card))
        {
            Assert.Equal(new PinResult.WrongPin(1), session.ChangePin("1234"u8, "5678"u8));
            Assert.Equal(new PinResult.FewerTries(1), session.VerifyPin("1234"u8));
        }

        card.AssertPlayed();
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_left_while_the_person_typed_is_sent_no_pin(CardFault fault)
    {
        var card = new ScriptedCard().Open18().OnBegin(fault).On(CardScript.LogOff, fault);
        Assert.Equal(fault, Assert.Throws<CardException>(() => Change(card)).Fault);
        card.AssertPlayed();
    }

    [Fact]
    public void Log_off_is_tried_again_at_the_end_when_the_card_refused_it() =>
        Assert.Equal(new PinResult.Done(), Change(PinScript.Card18().On(PinScript.Change1234To5678, "9000").On(CardScript.LogOff, "6400").LoggedOff()));

    private static PinResult Change(ScriptedCard card, int? triesShown = null)
    {
        PinResult result;
        using (var session = BelpicSession.Open(card))
        {
            result = session.ChangePin("1234"u8, "5678"u8, triesShown);
        }

        card.AssertPlayed();
        return result;
    }
}
