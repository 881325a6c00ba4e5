using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

[Trait("Group", TestGroup.Card)]
public class TlvFileTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(1, "01")]
    [InlineData(127, "7F")]
    [InlineData(128, "80")]
    [InlineData(254, "FE")]
    [InlineData(255, "FF00")]
    [InlineData(256, "FF01")]
    [InlineData(509, "FFFE")]
    [InlineData(510, "FFFF00")]
    [InlineData(515, "FFFF05")]
    public void Bytes_of_a_length_add_up_while_they_are_ff(int length, string encoded)
    {
        var fields = Parse([0x07, .. Convert.FromHexString(encoded), .. new byte[length]]);
        Assert.Equal(length, Assert.Single(fields!.Fields).Value.Length);
        Assert.Equal(0x07, fields.Fields[0].Tag);
        Assert.False(fields.IsPadded);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("0101")]
    [InlineData("01FF")]
    [InlineData("01FFFF")]
    [InlineData("0102AA")]
    [InlineData("0101AA02")]
    [InlineData("0101AA0203BBCC")]
    public void A_field_that_is_cut_off_is_refused(string file) => Assert.Null(Parse(Convert.FromHexString(file)));

    [Theory]
    [InlineData("0101AA0101AA")]
    [InlineData("0101AA0201BB0101CC")]
    [InlineData("01000100")]
    public void A_tag_that_comes_twice_is_refused(string file) => Assert.Null(Parse(Convert.FromHexString(file)));

    [Theory]
    [InlineData("000200020101AA", 2, false)]
    [InlineData("00000101AA", 2, false)]
    [InlineData("0101AA00", 1, true)]
    [InlineData("0101AA0000000000", 1, true)]
    [InlineData("0002000201000000", 2, true)]
    [InlineData("0100", 1, false)]
    [InlineData("", 0, false)]
    public void Tag_00_is_the_version_in_front_and_padding_behind(string file, int count, bool padded)
    {
        var fields = Parse(Convert.FromHexString(file));
        Assert.Equal(count, fields!.Fields.Count);
        Assert.Equal(padded, fields.IsPadded);
    }

    [Theory]
    [InlineData("0101AA0001")]
    [InlineData("0101AA000201BB")]
    [InlineData("0101AA00000000000000000001")]
    public void Something_behind_the_padding_is_refused(string file) => Assert.Null(Parse(Convert.FromHexString(file)));

    [Fact]
    public void Tags_may_come_in_any_order_and_unknown_ones_are_kept()
    {
        var fields = Parse(Convert.FromHexString("0901AA0101BBFE02CCDD"));
        Assert.Equal(["09", "01", "FE"], fields!.Fields.Select(field => field.ToString()));
        Assert.Equal([0xCC, 0xDD], fields.Find(0xFE)!.Value.ToArray());
        Assert.Null(fields.Find(0x02));
    }

    [Fact]
    public void A_file_that_is_longer_than_any_is_refused()
    {
        Assert.NotNull(Parse([0x01, 0x00, .. new byte[4094]]));
        Assert.Null(Parse([0x01, 0x00, .. new byte[4095]]));
    }

    [Theory]
    [InlineData("C3")]
    [InlineData("C328")]
    [InlineData("FF")]
    [InlineData("41C080")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    public void What_is_no_utf_8_is_not_read(string value)
    {
        var bytes = Convert.FromHexString(value);
        var fields = Parse([0x01, (byte)bytes.Length, .. bytes]);
        var steps = 0;
        Assert.False(fields!.TryReadText(0x01, out _, ref steps));
    }

    private static TlvFile? Parse(byte[] file)
    {
        var steps = 0;
        Assert.Equal(TlvFile.TryParse(file, out var fields, ref steps), fields is not null);
        return fields;
    }
}
