using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

[Trait("Group", TestGroup.Card)]
public class CardDataTests
{
    private const string Chip = "534C4790000102030405060708090A0B";

    [Fact]
    public void Card_data_of_1_7()
    {
        var data = Parse(Chip + "F336012201170003002101" + "0F");
        Assert.Equal(Chip, Convert.ToHexString(data.ChipNumber.Span));
        Assert.Equal((0xF3, 0x36, 0x01, 0x22, 0x01), (data.ComponentCode, data.OsNumber, data.OsVersion, data.SoftmaskNumber, data.SoftmaskVersion));
        Assert.Equal((AppletVersion.V17, 0x17), (data.Applet, data.AppletByte));
        Assert.Equal((3, 0, (byte?)0x21, (byte?)0x01), (data.GlobalOsVersion, data.AppletInterfaceVersion, data.Pkcs1Support, data.KeyExchangeVersion));
        Assert.Equal(0x0F, data.LifeCycle);
        Assert.Null(data.Pkcs15Version);
        Assert.Null(data.TriesLeft);
        Assert.Equal("CardData", data.ToString());
    }

    [Fact]
    public void Card_data_of_1_1_has_other_fields_behind_byte_21()
    {
        var data = Parse(Chip + "A5030101011100020001010F");
        Assert.Equal((AppletVersion.V11, 0x11), (data.Applet, data.AppletByte));
        Assert.Equal((0x0200, 0x0101), (data.AppletInterfaceVersion, data.Pkcs15Version));
        Assert.Equal((null, null, null), (data.GlobalOsVersion, data.Pkcs1Support, data.KeyExchangeVersion));
        Assert.Equal(0x0F, data.LifeCycle);
    }

    [Theory]
    [InlineData("00FFFF", 0)]
    [InlineData("03FFFF", 3)]
    [InlineData("FFFFFF", null)]
    [InlineData("04FFFF", null)]
    [InlineData("", null)]
    public void Card_data_of_1_8_may_tell_the_tries(string more, int? tries)
    {
        var data = Parse(Chip + "F3360122011800010000020F" + more);
        Assert.Equal(AppletVersion.V18, data.Applet);
        Assert.Equal(tries, data.TriesLeft);
        Assert.Equal((1, (byte?)0x00, (byte?)0x02), (data.GlobalOsVersion, data.Pkcs1Support, data.KeyExchangeVersion));
    }

    [Fact]
    public void Fewer_bytes_than_any_card_sends_are_refused()
    {
        for (var length = 0; length < 28; length++)
        {
            Assert.False(CardData.TryParse(new byte[length], out var data));
            Assert.Null(data);
        }

        Assert.False(CardData.TryParse(new byte[257], out _));
    }

    private static CardData Parse(string hex)
    {
        Assert.True(CardData.TryParse(Convert.FromHexString(hex), out var data));
        return data!;
    }
}
