using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

/// <summary>Each habit against a card without it.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardHabitsTests
{
    private const string UseBasicKey = "002241B6050480408481";

    [Fact]
    public void A_short_le_of_get_card_data_gives_the_first_bytes_or_the_right_le()
    {
        Assert.EndsWith("610C", Card("adult-18", CardHabits.Usual).Say("80E4000010"), StringComparison.Ordinal);
        Assert.Equal("6C1C", Card("adult-18", CardHabits.Strict).Say("80E4000010"));
        Assert.EndsWith("9000", Card("adult-18", CardHabits.Strict).Say("80E400001C"), StringComparison.Ordinal);
        Assert.Equal("6C1F", Card("adult-18", CardHabits.Strict).Say("80E400011C"));
        Assert.Equal("6B00", Card("adult-17", CardHabits.Strict).Say("80E4000110"));
        Assert.Equal(2 * 33, Card("adult-18", CardHabits.Strict).Say("80E400011F").Length);
    }

    [Fact]
    public void The_basic_key_may_stand_in_an_environment_or_not_and_signs_in_neither()
    {
        var usual = Card("adult-18", CardHabits.Usual);
        Assert.Equal("9000", usual.Say(UseBasicKey));
        Assert.Equal("9000", usual.Say(CardTalk.RightPin));
        Assert.Equal("6985", usual.Say(CardTalk.Sign18));
        Assert.Equal("6A88", Card("adult-18", CardHabits.Strict).Say(UseBasicKey));
    }

    [Fact]
    public void Old_cards_may_want_the_directory_of_their_keys()
    {
        Assert.Equal("9000", Card("adult-17", CardHabits.Usual).Say(CardTalk.UseAuthenticationKey17));
        var strict = Card("adult-17", CardHabits.Strict);
        Assert.Equal("6A88", strict.Say(CardTalk.UseAuthenticationKey17));
        Assert.Equal("9000", strict.Say("00A4080C043F00DF00"));
        Assert.Equal("9000", strict.Say(CardTalk.UseAuthenticationKey17));
        Assert.Equal("9000", Card("adult-18", CardHabits.Strict).Say(CardTalk.UseAuthenticationKey18));
    }

    [Fact]
    public void The_wrong_PIN_that_takes_the_last_try_is_63C0_or_6983()
    {
        Assert.Equal("63C0", Card("one-try-left", CardHabits.Usual).Say(CardTalk.WrongPin));
        Assert.Equal("6983", Card("one-try-left", CardHabits.Strict).Say(CardTalk.WrongPin));
    }

    [Fact]
    public void Select_finds_children_only_or_what_is_deeper_too()
    {
        var usual = Card("adult-18", CardHabits.Usual);
        Assert.Equal("6A82", usual.Say("00A4020C024031"));
        var lenient = Card("adult-18", CardHabits.Lenient);
        Assert.Equal("9000", lenient.Say("00A4020C024031"));
        Assert.Equal("9000", lenient.Say("00A4020C02DF00"));
        Assert.Equal("6A82", lenient.Say("00A4020C024031"));
        Assert.Equal("6A82", lenient.Say("00A4020C02FFFF"));
    }

    [Fact]
    public void An_le_after_the_data_is_refused_or_passed_over()
    {
        Assert.Equal("6700", Card("adult-18", CardHabits.Usual).Say("00A4080C022F0000"));
        var lenient = Card("adult-18", CardHabits.Lenient);
        Assert.Equal("9000", lenient.Say("00A4080C022F0000"));
        Assert.Equal("6700", lenient.Say("00A4080C022F000000"));
        Assert.Equal("9000", lenient.Say(CardTalk.RightPin + "00"));
    }

    [Fact]
    public void Files_may_begin_with_the_version_of_their_structure()
    {
        var card = Card("adult-18", CardHabits.Usual with { WritesStructureVersion = true });
        Assert.StartsWith("0002000201", Convert.ToHexString(card.ReadFile("3F00DF014031")), StringComparison.Ordinal);
        Assert.StartsWith("0002000201", Convert.ToHexString(card.ReadFile("3F00DF014033")), StringComparison.Ordinal);
        Assert.StartsWith("01", Convert.ToHexString(Card("adult-18", CardHabits.Usual).ReadFile("3F00DF014031")), StringComparison.Ordinal);
    }

    private static SimulatedCard Card(string id, CardHabits habits)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return pki.IssueCard(Citizen.All[id], habits);
    }
}
