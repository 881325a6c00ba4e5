using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardPinTests
{
    private const string NewPin = "2556789FFFFFFFFF";

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Wrong_pins_count_down_to_blocked_and_a_reset_does_not_help(string id)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
        card.Reset();
        Assert.Equal("63C1", card.Say(CardTalk.WrongPin));
        Assert.Equal(1, card.TriesLeft);
        Assert.Equal("63C0", card.Say(CardTalk.WrongPin));
        card.Reset();
        Assert.Equal("6983", card.Say(CardTalk.RightPin));
        Assert.Equal("6983", card.Say("0020000100"));
        Assert.Equal(0, card.TriesLeft);
    }

    [Fact]
    public void Right_pin_gives_the_tries_back()
    {
        var card = CardTalk.Issue("one-try-left");
        Assert.Equal(1, card.TriesLeft);
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(3, card.TriesLeft);
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Empty_verify_asks_without_costing_a_try_or_closing_anything(string id)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal("63C3", card.Say("0020000100"));
        Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
        Assert.Equal("63C2", card.Say("0020000100"));
        Assert.Equal("63C2", card.Say("00200001"));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("9000", card.Say("0020000100"));
        Assert.Equal("9000", card.Say("0020000100"));
    }

    [Theory]
    [InlineData("0020010108241234FFFFFFFFFF", "6A86")]
    [InlineData("0020000208241234FFFFFFFFFF", "6A88")]
    [InlineData("0020000107241234FFFFFFFF", "6700")]
    [InlineData("0020000108241234FFFFFFFF", "6700")]
    [InlineData("0020000108241234FFFFFFFFFF00", "6700")]
    public void Verify_with_wrong_parameters_or_length_costs_no_try(string command, string expected)
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal(expected, card.Say(command));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public void Change_replaces_the_pin_and_opens_the_key()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say("0024000110" + "241234FFFFFFFFFF" + NewPin));
        Assert.Equal("9000", card.Say("0020000100"));
        Assert.Equal("63C2", card.Say(CardTalk.RightPin));
        Assert.Equal("9000", card.Say("0020000108" + NewPin));
    }

    [Fact]
    public void Change_with_a_wrong_old_pin_shares_the_counter_and_closes_the_key()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("63C2", card.Say("0024000110" + "249999FFFFFFFFFF" + NewPin));
        Assert.Equal("63C2", card.Say("0020000100"));
        Assert.Equal("63C1", card.Say(CardTalk.WrongPin));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
    }

    [Theory]
    [InlineData("23123FFFFFFFFFFF")]
    [InlineData("2D12345678901234")]
    [InlineData("34123456789012FF")]
    [InlineData("24123AFFFFFFFFFF")]
    [InlineData("241234FFFFFFFFF0")]
    [InlineData("2412345FFFFFFFFF")]
    public void Change_to_a_badly_formed_block_is_refused_and_costs_no_try(string newBlock)
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("6A80", card.Say("0024000110" + "241234FFFFFFFFFF" + newBlock));
        Assert.Equal(3, card.TriesLeft);
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
    }

    [Fact]
    public void Change_of_another_length_is_refused() =>
        Assert.Equal("6700", CardTalk.Issue("adult-18").Say("0024000108241234FFFFFFFFFF"));

    [Fact]
    public void Card_data_of_1_8_tells_the_tries_left()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
        Assert.EndsWith("02FFFF9000", card.Say("80E400011F"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_of_four_to_twelve_digits_fit()
    {
        var card = CardTalk.Issue(Citizen.All["adult-18"] with { Pin = "123456789012" });
        Assert.Equal("9000", card.Say("00200001082C123456789012FF"));
        card = CardTalk.Issue(Citizen.All["adult-18"] with { Pin = "12345" });
        Assert.Equal("9000", card.Say("00200001082512345FFFFFFFFF"));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12a4")]
    public void Other_pins_make_no_card(string pin)
    {
        var refused = Assert.Throws<ArgumentException>(() => CardTalk.Issue(Citizen.All["adult-18"] with { Pin = pin }));
        Assert.DoesNotContain(pin, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0020000108241234FFFFFFFFFF", "0020000108................")]
    [InlineData("0024000110241234FFFFFFFFFF241235FFFFFFFFFF", "0024000110................................")]
    [InlineData("002C0001082C123456789012FF", "002C000108................")]
    [InlineData("8020000108241234FFFFFFFFFF", "8020000108................")]
    [InlineData("0020000109241234FFFF", "00200001............")]
    [InlineData("0020000100", "0020000100")]
    [InlineData("80E400001C", "80E400001C")]
    public void Transcript_has_dots_for_pins(string command, string expected)
    {
        var card = CardTalk.Issue("adult-18");
        card.Say(command);
        Assert.Equal([expected], card.Transcript);
    }
}
