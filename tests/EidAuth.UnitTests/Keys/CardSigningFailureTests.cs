using System.Security.Cryptography;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>What a person or a card can do other than sign: one exception, and what was decided in it.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardSigningFailureTests
{
    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public void A_wrong_pin_says_how_many_tries_are_left_and_the_right_one_then_signs(string citizen)
    {
        var person = new TypedPins("4321", "1234");
        using var bench = new KeyBench(citizen, person);
        var exception = Refused(bench, CardSigningFailure.WrongPin);
        Assert.Equal(2, exception.TriesLeft);
        Assert.IsType<CryptographicException>(exception, exactMatch: false);
        Assert.NotEmpty(Sign(bench));
        Assert.Equal([3, 2], person.Asked.Select(request => request.TriesLeft!.Value));
        Assert.Equal(3, bench.Card.TriesLeft);
    }

    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public void The_third_wrong_pin_blocks_and_then_nobody_is_asked(string citizen)
    {
        var person = new TypedPins("1111", "2222", "3333", "1234");
        using var bench = new KeyBench(citizen, person);
        Refused(bench, CardSigningFailure.WrongPin);
        Assert.Equal(1, Refused(bench, CardSigningFailure.WrongPin).TriesLeft);
        Refused(bench, CardSigningFailure.PinBlocked);
        Refused(bench, CardSigningFailure.PinBlocked);
        Assert.Equal(3, person.Asked.Count);
        Assert.Equal(3, bench.PinsSent);
    }

    [Fact]
    public void Who_does_not_want_to_sign_sends_no_pin()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins(""));
        Refused(bench, CardSigningFailure.Cancelled);
        Assert.Equal(0, bench.PinsSent);
    }

    [Theory]
    [InlineData("123")]
    [InlineData("12x4")]
    public void What_is_no_pin_never_reaches_the_card(string typed)
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins(typed));
        Refused(bench, CardSigningFailure.PinLength);
        Assert.Equal(0, bench.PinsSent);
    }

    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public void The_last_try_is_not_spent_on_a_person_who_was_told_of_more(string citizen)
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(citizen, person);
        person.Meanwhile = () =>
        {
            bench.Card.Say(CardTalk.WrongPin);
            bench.Card.Say(CardTalk.WrongPin);
        };
        Assert.Equal(1, Refused(bench, CardSigningFailure.FewerTries).TriesLeft);
        Assert.Equal(2, bench.PinsSent);
        Assert.Equal(1, bench.Card.TriesLeft);
    }

    [Fact]
    public void Who_was_told_of_the_last_try_may_use_it()
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench("one-try-left", person);
        Assert.NotEmpty(Sign(bench));
        Assert.Equal(1, person.Asked.Single().TriesLeft);
    }

    [Fact]
    public void A_card_pulled_out_while_the_person_types_gets_no_pin()
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(KeyBench.Adult18, person);
        person.Meanwhile = bench.Reader.Remove;
        Assert.Equal(CardFault.Removed, Refused(bench, CardSigningFailure.Card).Fault);
        Assert.Equal(0, bench.PinsSent);
    }

    [Fact]
    public void A_card_reset_by_another_program_while_the_person_types_gets_no_pin()
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(KeyBench.Adult18, person);
        person.Meanwhile = () => bench.Reader.Connect(KeyBench.ReaderName).Dispose();
        var exception = Refused(bench, CardSigningFailure.Card);
        Assert.Equal(CardFault.Reset, exception.Fault);
        Assert.IsType<CardException>(exception.InnerException);
        Assert.Equal(0, bench.PinsSent);
    }

    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public void After_a_signature_and_after_a_wrong_pin_nobody_else_can_sign(string citizen)
    {
        using var bench = new KeyBench(citizen, new TypedPins("1234", "4321"));
        Sign(bench);
        Assert.Equal("6982", Pso(bench));
        Refused(bench, CardSigningFailure.WrongPin);
        Assert.Equal("6982", Pso(bench));
    }

    [Fact]
    public void A_prompt_that_throws_is_let_through()
    {
        var person = new TypedPins { Meanwhile = () => throw new OperationCanceledException() };
        using var bench = new KeyBench(KeyBench.Adult18, person);
        Assert.Throws<OperationCanceledException>(() => Sign(bench));
        Assert.Equal(0, bench.PinsSent);
    }

    [Fact]
    public void Nothing_personal_is_in_the_exception()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins("4321"));
        Assert.Equal("The card made no signature: WrongPin.", Refused(bench, CardSigningFailure.WrongPin).Message);
    }

    internal static byte[] Sign(KeyBench bench) => bench.Key.Key switch
    {
        RSA rsa => rsa.SignHash(new byte[32], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa ec => ec.SignHash(new byte[48]),
        _ => throw new InvalidOperationException(),
    };

    private static CardSigningException Refused(KeyBench bench, CardSigningFailure failure)
    {
        var exception = Assert.Throws<CardSigningException>(() => Sign(bench));
        Assert.Equal(failure, exception.Failure);
        return exception;
    }

    // The environment still stands; the PIN does not.
    private static string Pso(KeyBench bench) => bench.Card.Say(bench.Key.Key is RSA ? CardTalk.Sign17 : CardTalk.Sign18);
}
