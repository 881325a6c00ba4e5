using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Iso7816;

[Trait("Group", TestGroup.FirstLogin)]
public class CommandApduTests
{
    [Theory]
    [InlineData("", 0, "80E60000")]
    [InlineData("", 28, "80E600001C")]
    [InlineData("", 256, "80E6000000")]
    [InlineData("3F00", 0, "80E60000023F00")]
    [InlineData("3F00", 255, "80E60000023F00FF")]
    [InlineData("3F00", 256, "80E60000023F0000")]
    public void The_four_short_cases_are_written_as_iso_7816_4_says(string data, int le, string hex) =>
        Assert.Equal(hex, Written(new CommandApdu(0x80, 0xE6, 0x00, 0x00, Convert.FromHexString(data), le)));

    [Theory]
    [InlineData("", 0, "80E6000000")]
    [InlineData("", 28, "80E600001C")]
    [InlineData("3F00", 0, "80E60000023F00")]
    [InlineData("3F00", 256, "80E60000023F00")]
    public void T0_has_a_third_parameter_in_case_1_and_no_le_in_case_4(string data, int le, string hex) =>
        Assert.Equal(hex, Written(new CommandApdu(0x80, 0xE6, 0x00, 0x00, Convert.FromHexString(data), le).ForT0()));

    [Fact]
    public void The_longest_command_has_261_bytes() =>
        Assert.Equal(2 * 261, Written(new CommandApdu(0x00, 0x2A, 0x9E, 0x9A, new byte[255], 256)).Length);

    [Fact]
    public void Longer_data_or_le_is_the_callers_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(new CommandApdu(0x00, 0x2A, 0x9E, 0x9A, new byte[256])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(new CommandApdu(0x00, 0xB0, 0x00, 0x00, 257)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(new CommandApdu(0x00, 0xB0, 0x00, 0x00, -1)));
    }

    [Theory]
    [InlineData("9000", "", 0x9000)]
    [InlineData("01026A82", "0102", 0x6A82)]
    public void A_response_is_data_and_a_status_word(string raw, string data, int statusWord)
    {
        Assert.True(ResponseApdu.TryParse(Convert.FromHexString(raw), out var response));
        Assert.Equal(data, Convert.ToHexString(response.Data));
        Assert.Equal(statusWord, response.StatusWord.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    public void Less_than_a_status_word_is_no_response(string raw) => Assert.False(ResponseApdu.TryParse(Convert.FromHexString(raw), out _));

    private static string Written(CommandApdu command)
    {
        Span<byte> bytes = stackalloc byte[CommandApdu.MaximumLength];
        return Convert.ToHexString(bytes[..command.Write(bytes)]);
    }
}
