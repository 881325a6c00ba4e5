using System.Text;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
public class PinBlockTests
{
    [Theory]
    [InlineData("1234", "241234FFFFFFFFFF")]
    [InlineData("12345", "2512345FFFFFFFFF")]
    [InlineData("000000", "26000000FFFFFFFF")]
    [InlineData("90817263540", "2B90817263540FFF")]
    [InlineData("123456789012", "2C123456789012FF")]
    public void Pin_block_is_2_length_digits_and_fill(string pin, string hex)
    {
        Span<byte> block = stackalloc byte[8];
        Assert.True(PinBlock.TryWrite(Encoding.ASCII.GetBytes(pin), block));
        Assert.Equal(hex, Convert.ToHexString(block));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12a4")]
    [InlineData("12/4")]
    [InlineData("12:4")]
    [InlineData("12 4")]
    public void Other_entries_are_no_pin(string pin)
    {
        Span<byte> block = stackalloc byte[8];
        Assert.False(PinBlock.TryWrite(Encoding.ASCII.GetBytes(pin), block));
        Assert.Equal("0000000000000000", Convert.ToHexString(block));
    }
}
