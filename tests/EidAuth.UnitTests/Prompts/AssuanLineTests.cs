using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class AssuanLineTests
{
    [Theory]
    [InlineData("OK", "Ok", 0)]
    [InlineData("OK Pleased to meet you", "Ok", 0)]
    [InlineData("OKAY", "Garbled", 0)]
    [InlineData("ERR 83886179 Operation cancelled <Pinentry>", "Error", 83886179)]
    [InlineData("ERR 83886142", "Error", 83886142)]
    [InlineData("ERR 0 nothing", "Garbled", 0)]
    [InlineData("ERR -5", "Garbled", 0)]
    [InlineData("ERR 99999999999999999999", "Garbled", 0)]
    [InlineData("ERR", "Garbled", 0)]
    [InlineData("S ERROR gtk2.? 83886142 ", "Remark", 0)]
    [InlineData("# a comment", "Remark", 0)]
    [InlineData("", "Remark", 0)]
    [InlineData("INQUIRE QUALITY 1234", "Inquiry", 0)]
    [InlineData("D", "Garbled", 0)]
    [InlineData("D 1234", "Data", 0)]
    [InlineData("HTTP/1.1 200 OK", "Garbled", 0)]
    [InlineData("\0\u0001\u0002", "Garbled", 0)]
    public void A_line_is_told_by_its_first_word(string text, string kind, int code)
    {
        var line = AssuanLine.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Equal(kind, line.Kind.ToString());
        Assert.Equal(code, line.Code);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("", "")]
    [InlineData("%31%32%0A%25", "12\n%")]
    [InlineData("a%2fb%2Fc", "a/b/c")]
    public void Percent_escapes_are_undone(string escaped, string plain)
    {
        var into = new byte[16];

        Assert.True(AssuanLine.TryUnescape(Encoding.ASCII.GetBytes(escaped), into, out var written));
        Assert.Equal(plain, Encoding.ASCII.GetString(into, 0, written));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("12%3")]
    [InlineData("%G1")]
    [InlineData("% 1")]
    [InlineData("%+1")]
    [InlineData("%%31")]
    [InlineData("12345678901234567")]
    public void A_broken_escape_or_too_many_bytes_is_refused(string escaped) =>
        Assert.False(AssuanLine.TryUnescape(Encoding.ASCII.GetBytes(escaped), new byte[16], out _));
}
