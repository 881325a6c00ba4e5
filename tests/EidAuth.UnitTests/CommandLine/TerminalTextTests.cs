using EidAgent.Commands;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("Zoë D'Hondt-Müller", "Zoë D'Hondt-Müller")]
    [InlineData("a\u001b[31mred", "a\ufffd[31mred")]
    [InlineData("a\r\nb\tc\0d\u007f\u009b", "a\ufffd\ufffdb\ufffdc\ufffdd\ufffd\ufffd")]
    [InlineData("\u202egnortsnI\u202c \u2066x\u2069\u200b\ufeff", "\ufffdgnortsnI\ufffd \ufffdx\ufffd\ufffd\ufffd")]
    [InlineData("a\u2028b\u2029c", "a\ufffdb\ufffdc")]
    [InlineData("\ue000\U000e0041", "\ufffd\ufffd")]
    [InlineData("\U0001f600 <b>", "\U0001f600 <b>")]
    public void What_a_terminal_obeys_is_replaced(string text, string expected) => Assert.Equal(expected, TerminalText.Harmless(text));
}
