using EidAgent.Tracing;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Tracing;

/// <summary>What is left of commands and answers in a trace.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class ShapeTests
{
    [Theory]
    [InlineData("80E40000", 0x80, 0xE4, 0, 0, 0, null)]
    [InlineData("80E400001C", 0x80, 0xE4, 0, 0, 0, 0x1C)]
    [InlineData("00B0010000", 0x00, 0xB0, 1, 0, 0, 0)]
    [InlineData("0020000108241234FFFFFFFFFF", 0x00, 0x20, 0, 1, 8, null)]
    [InlineData("00A404000FA00000003029057000AD13100101FF", 0x00, 0xA4, 4, 0, 15, null)]
    [InlineData("002A9E9A02555500", 0x00, 0x2A, 0x9E, 0x9A, 2, 0)]
    // Header and length do not agree: nothing behind the header is shown as Le.
    [InlineData("0020000102241234FFFFFFFFFF", 0x00, 0x20, 0, 1, 8, null)]
    [InlineData("0020", 0, 0, 0, 0, 0, null)]
    public void A_command_is_its_header_and_two_lengths(string command, byte cla, byte ins, byte p1, byte p2, int length, int? expected) =>
        Assert.Equal(new CommandShape(cla, ins, p1, p2, length, (byte?)expected), CommandShape.Of(Convert.FromHexString(command)));

    [Theory]
    [InlineData("9000", "9000", 0)]
    [InlineData("63C2", "63C2", 0)]
    [InlineData("0102039000", "9000", 3)]
    [InlineData("6110", "6110", 0)]
    // A card that repeats the PIN of 12 digits has no status word.
    [InlineData("2C123456789012FF", null, 8)]
    [InlineData("6012", null, 2)]
    [InlineData("12", null, 1)]
    [InlineData("", null, 0)]
    public void An_answer_is_its_status_word_and_its_length(string answer, string? status, int length)
    {
        var shape = AnswerShape.Of(Convert.FromHexString(answer));

        Assert.Equal((status, length, (CardFault?)null), (shape.Status?.ToString(), shape.DataLength, shape.Fault));
    }
}
