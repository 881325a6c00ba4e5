using EidAuth.Benchmarks.Card;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Speed;

[Trait("Group", TestGroup.Card)]
public sealed class T0LineTests
{
    [Theory]
    [InlineData("80E400001C", 30, 36)] // header, INS, 28 bytes, status word
    [InlineData("00B0000000", 258, 264)]
    [InlineData("00B0000000", 2, 7)] // 6Cxx
    [InlineData("80E6000000", 2, 7)]
    [InlineData("00A4080C063F00DF005038", 2, 14)]
    [InlineData("0020000108241234FFFFFFFFFF", 2, 16)]
    [InlineData("00C0000060", 98, 104)]
    public void A_command_is_so_many_characters(string command, int received, int characters) =>
        Assert.Equal(characters, T0Line.Characters(CardCommand.Of(Convert.FromHexString(command), received)));

    [Fact]
    public void A_character_is_12_etu()
    {
        var read = CardCommand.Of(Convert.FromHexString("00B0000000"), 258);
        Assert.Equal(73.66, T0Line.Milliseconds([read], T0Line.Slow), 0.01);
        Assert.Equal(25.34, T0Line.Milliseconds([read, read], T0Line.Fast), 0.01);
    }

    [Theory]
    [InlineData("0020000108241234FFFFFFFFFF", "0020000108")]
    [InlineData("0024000110241234FFFFFFFFFF244321FFFFFFFFFF", "0024000110")]
    [InlineData("0020000100", "0020000100")]
    public void What_could_be_a_pin_is_not_kept(string command, string kept) =>
        Assert.Equal(kept, CardCommand.Of(Convert.FromHexString(command), 2).Text);
}
