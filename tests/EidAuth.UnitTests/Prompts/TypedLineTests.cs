using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class TypedLineTests
{
    [Theory]
    [InlineData("1234\n", "1234", "Entered")]
    [InlineData("1234\r", "1234", "Entered")]
    [InlineData("12\u007f34\b5\n", "135", "Entered")]
    [InlineData("\b\b12\n", "12", "Entered")]
    [InlineData("99\u001512\n", "12", "Entered")]
    [InlineData("12\u0003", "12", "Cancelled")]
    [InlineData("12\u0004", "12", "Cancelled")]
    [InlineData("12", "12", "GoesOn")]
    public void Keys_edit_the_line(string keys, string typed, string progress)
    {
        using var line = new TypedLine();

        var last = Encoding.ASCII.GetBytes(keys).Select(line.Press).ToArray()[^1];

        Assert.Equal(typed, Encoding.ASCII.GetString(line.Typed));
        Assert.Equal(progress, last.ToString());
    }

    [Fact]
    public void A_line_without_end_does_not_grow()
    {
        using var line = new TypedLine();
        for (var key = 0; key < 1000; key++)
        {
            line.Press((byte)'1');
        }

        Assert.False(PinDigits.AreWellFormed(line.Typed));
        Assert.Equal(64, line.Typed.Length);
    }

    [Theory]
    [InlineData("1234", true)]
    [InlineData("123456789012", true)]
    [InlineData("123", false)]
    [InlineData("1234567890123", false)]
    [InlineData("12 34", false)]
    [InlineData("12a4", false)]
    [InlineData("", false)]
    public void A_pin_is_4_to_12_digits(string typed, bool wellFormed) => Assert.Equal(wellFormed, PinDigits.AreWellFormed(Encoding.ASCII.GetBytes(typed)));
}
