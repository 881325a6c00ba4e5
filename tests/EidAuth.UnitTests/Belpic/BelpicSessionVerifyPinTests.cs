using System.Text;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.Card)]
public class BelpicSessionVerifyPinTests
{
    public static TheoryData<string, PinResult> Answers => new()
    {
        { "9000", new PinResult.Done() },
        { "63C2", new PinResult.WrongPin(2) },
        { "63C1", new PinResult.WrongPin(1) },
        { "63C0", new PinResult.Blocked() },
        { "6983", new PinResult.Blocked() },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public void What_the_card_says_of_the_pin_is_a_result_and_the_card_is_logged_off(string statusWord, PinResult expected)
    {
        Assert.Equal(expected, Verify(PinScript.Card18().On(CardScript.Verify1234, statusWord).LoggedOff()));
        Assert.Equal(expected, Verify(PinScript.Card17().On(CardScript.Verify1234, statusWord).LoggedOff()));
        Assert.Equal(expected, Verify(PinScript.Card11().On(CardScript.Verify1234, statusWord).LoggedOff()));
    }

    [Theory]
    [InlineData("6300")]
    [InlineData("6400")]
    [InlineData("6401")]
    [InlineData("6402")]
    [InlineData("6403")]
    [InlineData("6700")]
    [InlineData("6A80")]
    [InlineData("6A88")]
    [InlineData("6CFF")]
    [InlineData("6F00")]
    public void Any_other_answer_is_a_fault_and_the_card_is_logged_off(string statusWord)
    {
        var card = PinScript.Card18().On(CardScript.Verify1234, statusWord).LoggedOff();
        var exception = Assert.Throws<CardException>(() => Verify(card));
        Assert.Equal((CardFault.Protocol, statusWord), (exception.Fault, exception.StatusWord.ToString()));
        card.AssertPlayed();
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12 34")]
    public void What_is_no_pin_never_reaches_the_card(string pin)
    {
        var card = new ScriptedCard().Open18().LoggedOff();
        using (var session = BelpicSession.Open(card))
        {
            Assert.Equal(new PinResult.PinLength(), session.VerifyPin(Encoding.ASCII.GetBytes(pin)));
        }

        card.AssertPlayed();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_last_try_is_not_spent_on_somebody_who_was_not_told(int? shown)
    {
        Assert.Equal(new PinResult.FewerTries(1), Verify(PinScript.Card18(1).LoggedOff(), shown));
        Assert.Equal(new PinResult.FewerTries(1), Verify(PinScript.Card17("63C1").LoggedOff(), shown));
    }

    [Fact]
    public void The_last_try_is_spent_on_somebody_who_was_told()
    {
        Assert.Equal(new PinResult.Done(), Verify(PinScript.Card18(1).On(CardScript.Verify1234, "9000").LoggedOff(), 1));
        Assert.Equal(new PinResult.Blocked(), Verify(PinScript.Card17("63C1").On(CardScript.Verify1234, "6983").LoggedOff(), 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_blocked_card_is_sent_no_pin(int? shown)
    {
        Assert.Equal(new PinResult.Blocked(), Verify(PinScript.Card18(0).LoggedOff(), shown));
        Assert.Equal(new PinResult.Blocked(), Verify(PinScript.Card17("6983").LoggedOff(), shown));
        Assert.Equal(new PinResult.Blocked(), Verify(PinScript.Card17("63C0").LoggedOff(), shown));
    }

    [Fact]
    public void An_old_card_tells_its_tries_only_after_a_wrong_pin_and_its_last_one_is_guarded_from_then_on()
    {
        var card = PinScript.Card11().On(CardScript.Verify1234, "63C1").LoggedOff()
            .Asked11()
            .Asked11().On(CardScript.Verify1234, "9000").LoggedOff();
        using (var session = BelpicSession.Open(card))
        {
            Assert.Null(session.ReadTriesLeft());
            Assert.Equal(new PinResult.WrongPin(1), session.VerifyPin("1234"u8));
            Assert.Equal(1, session.ReadTriesLeft());
            Assert.Equal(new PinResult.FewerTries(1), session.VerifyPin("1234"u8));
            Assert.Equal(new PinResult.Done(), session.VerifyPin("1234"u8, triesShown: 1));
            Assert.Null(session.ReadTriesLeft());
        }

        card.AssertPlayed();
    }

    [Fact]
    public void An_old_card_is_never_sent_a_verify_without_data()
    {
        var card = PinScript.Card11().On(CardScript.Verify1234, "9000").LoggedOff();
        Verify(card);
        Assert.DoesNotContain(card.Commands, command => command.StartsWith("0020000100", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_chip_on_the_same_handle_gets_no_pin()
    {
        var other = CardScript.CardDataWithTries(0x18).Replace("534C494E01", "534C494E02", StringComparison.Ordinal);
        var card = new ScriptedCard().Open18().On(CardScript.GetCardDataWithTries, other).LoggedOff();
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Verify(card)).Fault);
        card.AssertPlayed();
    }

    [Fact]
    public void An_applet_that_another_program_selected_gets_no_pin()
    {
        var card = new ScriptedCard().Open18().On(CardScript.GetCardDataWithTries, "6D00").On(CardScript.SelectApplet, "9000").Asked18()
            .On(CardScript.Verify1234, "9000").LoggedOff();
        Assert.Equal(new PinResult.Done(), Verify(card));
    }

    [Theory]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.Reset)]
    public void A_card_that_left_while_the_person_typed_is_sent_no_pin(CardFault fault)
    {
        var card = new ScriptedCard().Open18().OnBegin(fault).On(CardScript.LogOff, fault);
        Assert.Equal(fault, Assert.Throws<CardException>(() => Verify(card)).Fault);
        card.AssertPlayed();
    }

    [Fact]
    public void A_card_that_leaves_at_the_pin_ends_it()
    {
        var card = PinScript.Card18().On(CardScript.Verify1234, CardFault.Removed).On(CardScript.LogOff, CardFault.Removed).On(CardScript.LogOff, CardFault.Removed);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => Verify(card)).Fault);
        card.AssertPlayed();
    }

    private static PinResult Verify(ScriptedCard card, int? triesShown = null)
    {
        PinResult result;
        using (var session = BelpicSession.Open(card))
        {
            result = session.VerifyPin("1234"u8, triesShown);
        }

        card.AssertPlayed();
        return result;
    }
}
