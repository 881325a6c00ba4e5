using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

/// <summary>When VERIFY is needed: key 82 once, key 83 just before each signature.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardAccessTests
{
    private const string LogOff = "80E60000";
    private const string AnyCommand = "80E400001C";

    [Theory]
    [InlineData("adult-17", "82")]
    [InlineData("adult-17", "83")]
    [InlineData("adult-18", "82")]
    [InlineData("adult-18", "83")]
    public void Nothing_is_signed_without_a_pin(string id, string key)
    {
        var (use, sign, _) = Commands(id, key);
        var card = CardTalk.Issue(id);
        Assert.Equal("6985", card.Say(sign));
        Assert.Equal("9000", card.Say(use));
        Assert.Equal("6982", card.Say(sign));
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Key_82_signs_any_number_of_times_after_one_verify(string id)
    {
        var (use, sign, signed) = Commands(id, "82");
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.NotEqual("6982", card.Say(AnyCommand));
        Assert.Equal("9000", card.Say(use));
        Assert.Equal(signed, card.Say(sign));
        Assert.Equal(signed, card.Say(sign));
    }

    [Theory]
    [InlineData("log off")]
    [InlineData("reset")]
    [InlineData("wrong pin")]
    public void Key_82_closes_again(string how)
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        switch (how)
        {
            case "log off":
                Assert.Equal("9000", card.Say(LogOff));
                break;
            case "reset":
                card.Reset();
                Assert.Equal("6985", card.Say(CardTalk.Sign18));
                Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
                break;
            default:
                Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
                break;
        }

        Assert.Equal("6982", card.Say(CardTalk.Sign18));
    }

    [Theory]
    [InlineData("adult-17", 0, true)]
    [InlineData("adult-17", 1, false)]
    [InlineData("adult-18", 0, true)]
    [InlineData("adult-18", 1, true)]
    [InlineData("adult-18", 2, false)]
    public void Key_83_wants_the_verify_just_before(string id, int commandsBetween, bool signs)
    {
        var (use, sign, signed) = Commands(id, "83");
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say(use));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        for (var i = 0; i < commandsBetween; i++)
        {
            card.Say(AnyCommand);
        }

        Assert.Equal(signs ? signed : "6982", card.Say(sign));
    }

    [Theory]
    [InlineData("8020000108241234FFFFFFFFFF")]
    [InlineData("0020000100")]
    [InlineData("00")]
    [InlineData("FFFFFFFF")]
    public void Refused_and_garbled_commands_count_as_commands_between(string between)
    {
        var card = CardTalk.Issue("adult-17");
        Assert.Equal("9000", card.Say(CardTalk.UseSignatureKey17));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        card.Say(between);
        Assert.Equal("6982", card.Say(CardTalk.Sign17));
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Key_83_wants_a_verify_for_each_signature(string id)
    {
        var (use, sign, signed) = Commands(id, "83");
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say(use));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(signed, card.Say(sign));
        Assert.Equal("6982", card.Say(sign));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(signed, card.Say(sign));
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Verify_used_up_by_key_83_does_not_open_key_82(string id)
    {
        var (use83, sign, signed) = Commands(id, "83");
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say(use83));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(signed, card.Say(sign));
        Assert.Equal("9000", card.Say(Commands(id, "82").Use));
        Assert.Equal("6982", card.Say(sign));
    }

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void Verify_for_key_82_survives_a_key_83_sequence(string id)
    {
        var (use83, sign, signed) = Commands(id, "83");
        var card = CardTalk.Issue(id);
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("9000", card.Say(use83));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(signed, card.Say(sign));
        Assert.Equal("9000", card.Say(Commands(id, "82").Use));
        Assert.Equal(signed, card.Say(sign));
    }

    private static (string Use, string Sign, string Signed) Commands(string id, string key) => id == "adult-17"
        ? (CardTalk.UseAuthenticationKey17[..^2] + key, CardTalk.Sign17, "6100")
        : (CardTalk.UseAuthenticationKey18[..^2] + key, CardTalk.Sign18, "6160");
}
