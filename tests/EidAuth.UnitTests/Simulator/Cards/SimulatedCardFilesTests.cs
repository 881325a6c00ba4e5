using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class SimulatedCardFilesTests
{
    [Theory]
    [InlineData("00A4080C022F00", "9000")]
    [InlineData("00A4080C043F002F00", "9000")]
    [InlineData("00A4080C023F00", "9000")]
    [InlineData("00A4080C043F00DF00", "9000")]
    [InlineData("00A4080C02DF01", "9000")]
    [InlineData("00A4080C063F00DF005038", "9000")]
    [InlineData("00A4080C04DF014031", "9000")]
    [InlineData("00A4080C063F00DF004031", "6A82")]
    [InlineData("00A4080C083F00DF0050385038", "6A82")]
    [InlineData("00A4080C024031", "6A82")]
    [InlineData("00A4080C033F00DF", "6A87")]
    [InlineData("00A4080C00", "6A87")]
    [InlineData("00A4020C023F00", "9000")]
    [InlineData("00A4020C02DF00", "9000")]
    [InlineData("00A4020C022F00", "9000")]
    [InlineData("00A4020C025038", "6A82")]
    [InlineData("00A4020C033F00DF", "6A87")]
    [InlineData("00A404000FA00000003029057000AD13100101FF", "9000")]
    [InlineData("00A404000CA000000177504B43532D3135", "6A82")]
    [InlineData("00A4040C0CA000000177504B43532D3135", "9000")]
    [InlineData("00A4040C0DA000000177504B43532D3135FF", "9000")]
    [InlineData("00A4040C0CA000000177496446696C6573", "9000")]
    [InlineData("00A4040C05A000000003", "6A82")]
    [InlineData("00A4040C04A0000000", "6A87")]
    [InlineData("00A4090C022F00", "6A86")]
    [InlineData("00A40000023F00", "6A86")]
    [InlineData("00A4080C033F00", "6700")]
    [InlineData("00A4080C022F0000", "6700")]
    public void Select_from_the_master_file(string command, string expected) => Assert.Equal(expected, CardTalk.Issue("adult-18").Say(command));

    [Fact]
    public void Select_by_identifier_reaches_children_and_the_master_file_but_no_sibling()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say("00A4020C02DF00"));
        Assert.Equal("9000", card.Say("00A4020C025038"));
        Assert.Equal("9000", card.Say("00A4020C025037"));
        Assert.Equal("6A82", card.Say("00A4020C02DF01"));
        Assert.Equal("6A82", card.Say("00A4020C024031"));
        Assert.Equal("9000", card.Say("00A4020C023F00"));
        Assert.Equal("9000", card.Say("00A4020C02DF01"));
        Assert.Equal("9000", card.Say("00A4020C024031"));
    }

    [Fact]
    public void Failed_selection_leaves_the_file_selected()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say("00A4080C022F00"));
        Assert.Equal("6A82", card.Say("00A4020C029999"));
        Assert.Equal("61234F9000", card.Say("00B0000003"));
    }

    [Fact]
    public void Reset_and_selecting_a_directory_leave_no_file_selected()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("6986", card.Say("00B0000000"));
        Assert.Equal("9000", card.Say("00A4080C022F00"));
        card.Reset();
        Assert.Equal("6986", card.Say("00B0000000"));
        Assert.Equal("9000", card.Say("00A4080C022F00"));
        Assert.Equal("9000", card.Say("00A4080C02DF00"));
        Assert.Equal("6986", card.Say("00B0000000"));
    }

    [Theory]
    [InlineData("00B0000000", "6C25")]
    [InlineData("00B00000", "6C25")]
    [InlineData("00B0000026", "6C25")]
    [InlineData("00B0000025", "61234F0CA000000177504B43532D3135500642454C50494351043F00DF00730506036038029000")]
    [InlineData("00B0002401", "029000")]
    [InlineData("00B0002402", "6C01")]
    [InlineData("00B0002500", "6B00")]
    [InlineData("00B0800001", "6B00")]
    [InlineData("00B000000100", "6700")]
    public void Read_binary_of_a_37_byte_file(string command, string expected)
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("9000", card.Say("00A4080C022F00"));
        Assert.Equal(expected, card.Say(command));
    }

    [Theory]
    [InlineData("adult-17", "1700030021010F")]
    [InlineData("adult-18", "1800010000020F")]
    public void Card_data_are_28_bytes_with_the_applet_at_21(string id, string tail)
    {
        var card = CardTalk.Issue(id);
        var answer = card.Say("80E400001C");
        Assert.Equal(60, answer.Length);
        Assert.StartsWith("534C4790", answer, StringComparison.Ordinal);
        Assert.EndsWith(tail + "9000", answer, StringComparison.Ordinal);
        Assert.Equal("6C1C", card.Say("80E4000000"));
        Assert.Equal("6C1C", card.Say("80E400001D"));
        Assert.Equal(answer[..32] + "610C", card.Say("80E4000010"));
        Assert.Equal(answer[32..], card.Say("00C000000C"));
        Assert.Equal("6B00", card.Say("80E401001C"));
        Assert.Equal("6B00", card.Say("80E400021C"));
    }

    [Fact]
    public void Extended_card_data_exist_on_1_8_only()
    {
        Assert.Equal("6B00", CardTalk.Issue("adult-17").Say("80E400011F"));
        Assert.EndsWith("03FFFF9000", CardTalk.Issue("adult-18").Say("80E400011F"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_record_gives_fields_by_tag()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("6986", card.Say("80B2010100"));
        Assert.Equal("9000", card.Say("00A4080C043F002F00"));
        Assert.Equal("6981", card.Say("80B2010100"));
        Assert.Equal("9000", card.Say("00A4080C063F00DF014033"));
        Assert.Equal("010E426C6F656D656E6C61616E2031329000", card.Say("80B2010100"));
        Assert.Equal("0204393030309000", card.Say("80B2020200"));
        Assert.Equal("0204393030300304" + "47656E74" + "9000", card.Say("80B2020300"));
        Assert.Equal("6A83", card.Say("80B2040400"));
        Assert.Equal("6A83", card.Say("80B2030200"));
        Assert.Equal("6C06", card.Say("80B2020207"));
        Assert.Equal("0204" + "6104", card.Say("80B2020202"));
        Assert.Equal("393030309000", card.Say("00C0000004"));
    }

    [Fact]
    public void Read_record_of_the_whole_identity_comes_in_two_pieces()
    {
        var card = CardTalk.Issue(Citizen.All["adult-18"] with { Surname = new string('A', 110) });
        var identity = Convert.ToHexString(card.ReadFile("3F00DF014031"));
        Assert.True(identity.Length > 512);
        var first = card.Say("80B2011A00");
        Assert.Equal(identity[..512], first[..512]);
        Assert.Equal("61", first[512..514]);
        Assert.Equal(identity[512..] + "9000", card.Say("00C00000" + first[514..]));
    }

    [Theory]
    [InlineData("80B2010100", "6D00")]
    [InlineData("00880281329430", "6D00")]
    public void Applet_1_7_lacks_what_came_with_1_8(string command, string expected)
    {
        var card = CardTalk.Issue("adult-17");
        Assert.Equal("9000", card.Say("00A4080C063F00DF014031"));
        Assert.Equal(expected, card.Say(command));
    }

    [Fact]
    public void Waiting_bytes_are_kept_until_another_command()
    {
        var card = CardTalk.Issue("adult-18");
        Assert.Equal("6985", card.Say("00C0000010"));
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        Assert.Equal("6C60", card.Say("00C0000000"));
        Assert.Equal("6B00", card.Say("00C0010060"));
        Assert.EndsWith("6150", card.Say("00C0000010"), StringComparison.Ordinal);
        Assert.EndsWith("9000", card.Say("00C0000050"), StringComparison.Ordinal);
        Assert.Equal("6985", card.Say("00C0000010"));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        card.Say("80E400001C");
        Assert.Equal("6985", card.Say("00C0000060"));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        card.Reset();
        Assert.Equal("6985", card.Say("00C0000060"));
    }

    [Fact]
    public void Challenges_are_as_long_as_asked_and_differ()
    {
        var card = CardTalk.Issue("adult-18");
        var first = card.Say("0084000008");
        Assert.Equal(20, first.Length);
        Assert.NotEqual(first, card.Say("0084000008"));
        Assert.Equal(516, card.Say("0084000000").Length);
    }

    [Theory]
    [InlineData("0044000000", "6D00")]
    [InlineData("8044000000", "6D00")]
    [InlineData("00EA000000", "6D00")]
    [InlineData("00E400001C", "6E00")]
    [InlineData("80A4080C022F00", "6E00")]
    [InlineData("01A4080C022F00", "6E00")]
    [InlineData("1020000108241234FFFFFFFFFF", "6E00")]
    [InlineData("FF44000000", "6E00")]
    [InlineData("", "6700")]
    [InlineData("00A408", "6700")]
    [InlineData("80E60000", "9000")]
    [InlineData("80E6000000", "9000")]
    [InlineData("80E60000" + "0100", "6700")]
    [InlineData("80E60100", "6B00")]
    public void Instruction_class_and_length_are_checked(string command, string expected) =>
        Assert.Equal(expected, CardTalk.Issue("adult-18").Say(command));

    [Fact]
    public void Commands_longer_than_short_apdus_are_refused() =>
        Assert.Equal("6700", Convert.ToHexString(CardTalk.Issue("adult-18").Transmit(new byte[261])));
}
