using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.Iso7816;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

/// <summary>The PIN checked and changed on a keypad: which structures go out, and what each answer means.</summary>
[Trait("Group", TestGroup.Card)]
public class BelpicSessionKeypadPinTests
{
    private const uint VerifyDirect = 0x42330006;
    private const uint ModifyDirect = 0x42330007;
    private const string Features = "0604 42330006 0704 42330007";
    private const string Verify = "1E1E8947040C04020108 13 000000000D000000 0020000108 20FFFFFFFFFFFFFF";
    private const string Modify = "1E1E89470400080C04030203 0813 000102 000000 15000000 0024000110 20FFFFFFFFFFFFFF 20FFFFFFFFFFFFFF";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, PinResult> VerifyAnswers => new()
    {
        { "9000", new PinResult.Done() },
        { "63C2", new PinResult.WrongPin(2) },
        { "63C0", new PinResult.Blocked() },
        { "6983", new PinResult.Blocked() },
        { "6400", new PinResult.PinPadTimedOut() },
        { "6401", new PinResult.PinPadCancelled() },
        { "6403", new PinResult.PinLength() },
    };

    public static TheoryData<string, PinResult> ModifyAnswers => new()
    {
        { "9000", new PinResult.Done() },
        { "63C1", new PinResult.WrongPin(1) },
        { "6983", new PinResult.Blocked() },
        { "6400", new PinResult.PinPadTimedOut() },
        { "6401", new PinResult.PinPadCancelled() },
        { "6402", new PinResult.NewPinsDiffer() },
        { "6403", new PinResult.PinLength() },
        { "6A80", new PinResult.NewPinRefused() },
        { "6700", new PinResult.NewPinRefused() },
        { "6F00", new PinResult.ChangeUnknown(CardFault.Protocol) },
    };

    [Theory]
    [MemberData(nameof(VerifyAnswers), DisableDiscoveryEnumeration = true)]
    public void What_is_said_of_a_check_is_a_result_and_the_card_is_logged_off(string statusWord, PinResult expected) =>
        Assert.Equal(expected, Play(Ready().OnControl(VerifyDirect, Verify, statusWord).LoggedOff(), session => session.VerifyPinOnPinPad("nl", 3, Cancellation)));

    [Theory]
    [MemberData(nameof(ModifyAnswers), DisableDiscoveryEnumeration = true)]
    public void What_is_said_of_a_change_is_a_result_and_the_card_is_logged_off(string statusWord, PinResult expected) =>
        Assert.Equal(expected, Play(Ready().OnControl(ModifyDirect, Modify, statusWord).LoggedOff(), session => session.ChangePinOnPinPad("nl", 3, Cancellation)));

    [Theory]
    [InlineData("6402")]
    [InlineData("6A80")]
    [InlineData("6B80")]
    [InlineData("6F00")]
    public void Anything_else_at_a_check_is_a_fault(string statusWord) => Assert.Equal(
        (CardFault.Protocol, statusWord),
        Faulty(Ready().OnControl(VerifyDirect, Verify, statusWord).LoggedOff(), session => session.VerifyPinOnPinPad("nl", 3, Cancellation)));

    [Fact]
    public void A_change_whose_structure_the_reader_does_not_understand_has_sent_nothing() => Assert.Equal(
        (CardFault.Protocol, "6B80"),
        Faulty(Ready().OnControl(ModifyDirect, Modify, "6B80").LoggedOff(), session => session.ChangePinOnPinPad("nl", 3, Cancellation)));

    [Fact]
    public void The_last_try_is_not_asked_for_from_somebody_who_was_not_told()
    {
        Assert.Equal(new PinResult.FewerTries(1), Play(Ready(1).LoggedOff(), session => session.VerifyPinOnPinPad("nl", null, Cancellation)));
        Assert.Equal(new PinResult.FewerTries(1), Play(Ready(1).LoggedOff(), session => session.ChangePinOnPinPad("nl", 2, Cancellation)));
        Assert.Equal(new PinResult.Blocked(), Play(Ready(0).LoggedOff(), session => session.ChangePinOnPinPad("nl", 1, Cancellation)));
    }

    [Fact]
    public void A_reader_that_refuses_every_length_is_not_asked_for_ever()
    {
        var card = new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", Features).Open18();
        for (var i = 0; i < 5; i++)
        {
            card.Asked18().OnControl(VerifyDirect, Verify, "6403").LoggedOff();
        }

        using var session = BelpicSession.Open(card);
        var asked = 0;
        var fault = Assert.Throws<CardException>(() =>
        {
            while (session.VerifyPinOnPinPad("nl", 3, Cancellation) is PinResult.PinLength && asked++ < 100)
            {
            }
        });
        Assert.Equal((CardFault.Protocol, 4), (fault.Fault, asked));
    }

    [Fact]
    public void A_keypad_that_only_verifies_cannot_change()
    {
        var card = new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", "0604 42330006").Open18().LoggedOff();
        using var session = BelpicSession.Open(card);
        Assert.True(session.HasPinPad);
        Assert.False(session.CanChangePinOnPinPad);
        Assert.Throws<InvalidOperationException>(() => session.ChangePinOnPinPad("nl", 3, Cancellation));
    }

    [Fact]
    public void Without_a_keypad_neither_can_be_asked_for()
    {
        using var session = BelpicSession.Open(new ScriptedCard().Open18().LoggedOff());
        Assert.False(session.CanChangePinOnPinPad);
        Assert.Throws<InvalidOperationException>(() => session.VerifyPinOnPinPad("nl", 3, Cancellation));
        Assert.Throws<InvalidOperationException>(() => session.ChangePinOnPinPad("nl", 3, Cancellation));
    }

    [Fact]
    public void A_question_withdrawn_before_it_is_asked_sends_nothing() => Assert.Equal(
        new PinResult.PinPadCancelled(),
        Play(Ready().LoggedOff(), session => session.VerifyPinOnPinPad("nl", 3, new CancellationToken(canceled: true))));

    private static ScriptedCard Ready(byte tries = 3) =>
        new ScriptedCard().OnControl(ControlCode.GetFeatureRequest, "", Features).Open18().Asked18(tries);

    private static PinResult Play(ScriptedCard card, Func<BelpicSession, PinResult> act)
    {
        PinResult result;
        using (var session = BelpicSession.Open(card))
        {
            result = act(session);
        }

        card.AssertPlayed();
        return result;
    }

    private static (CardFault Fault, string StatusWord) Faulty(ScriptedCard card, Func<BelpicSession, PinResult> act)
    {
        var exception = Assert.Throws<CardException>(() => Play(card, act));
        card.AssertPlayed();
        return (exception.Fault, exception.StatusWord.ToString()!);
    }
}
