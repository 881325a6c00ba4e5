using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.Agent)]
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one two", "one two")]
    [InlineData("one two three", "one two\nthree")]
    [InlineData("one\n\ntwo", "one\n\ntwo")]
    [InlineData("12345678", "12345678")]
    [InlineData("123456789", "12345678\n9")]
    [InlineData("a 1234567890123456789", "a\n12345678\n90123456\n789")]
    [InlineData("1234567 9", "1234567\n9")]
    [InlineData("a  b", "a  b")]
    public void Lines_have_eight_characters_at_most(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text, 8));
}
