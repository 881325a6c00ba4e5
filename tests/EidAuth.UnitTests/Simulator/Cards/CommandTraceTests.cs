using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.Card)]
public sealed class CommandTraceTests
{
    [Theory]
    // As they should be.
    [InlineData("00A4080C063F00DF014031", "00A4080C063F00DF014031")]
    [InlineData("002241B6050480408482", "002241B6050480408482")]
    [InlineData("0020000108241234FFFFFFFFFF", "0020000108................")]
    [InlineData("0020000100", "0020000100")]
    [InlineData("00200001", "00200001")]
    [InlineData("0024000110241234FFFFFFFFFF244321FFFFFFFFFF", "0024000110................................")]
    [InlineData("002C0001082C123456123456FF", "002C000108................")]
    // Of another class, as a reader's own VERIFY.
    [InlineData("8020000108241234FFFFFFFFFF", "8020000108................")]
    // Without Lc, with an Lc that lies, with an Le after the data.
    [InlineData("00200001241234FFFFFFFFFF", "00200001................")]
    [InlineData("0020000112341234FFFFFFFFFF", "00200001..................")]
    [InlineData("0020000108241234FFFFFFFFFF00", "00200001....................")]
    // Of extended length.
    [InlineData("00200001000008241234FFFFFFFFFF", "00200001......................")]
    // Without class, or nothing but the block, in any form.
    [InlineData("20000108241234FFFFFFFFFF", "........................")]
    [InlineData("241234FFFFFFFFFF", "................")]
    [InlineData("31323334", "........")]
    // An instruction nobody knows, chained classes, secure messaging.
    [InlineData("00211234567812", "0021..........")]
    [InlineData("1020000108241234FFFFFFFFFF", "..........................")]
    [InlineData("0C20000108241234FFFFFFFFFF", "..........................")]
    [InlineData("00", "..")]
    [InlineData("", "")]
    public void What_could_be_a_PIN_is_dots(string command, string expected) =>
        Assert.Equal(expected, CommandTrace.Of(Convert.FromHexString(command)));

    [Fact]
    public void A_PIN_that_was_padded_to_the_longest_command_is_dots_too()
    {
        var command = "00200001" + "FF" + string.Concat(Enumerable.Repeat("241234FFFFFFFFFF", 32));
        Assert.DoesNotContain("1234", CommandTrace.Of(Convert.FromHexString(command)), StringComparison.Ordinal);
    }
}
