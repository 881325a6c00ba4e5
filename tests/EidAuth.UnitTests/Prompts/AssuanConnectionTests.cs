using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class AssuanConnectionTests
{
    [Fact]
    public async Task Data_lines_are_joined_and_remarks_are_skipped()
    {
        var (reply, data) = await AskAsync("S PIN_REPEATED\n# hello\nD 12%33\nS x\nD 4\r\nOK\n", 64);

        Assert.Equal(new AssuanReply(AssuanLineKind.Ok, 0, 4), reply);
        Assert.Equal("1234", data);
    }

    [Fact]
    public async Task Data_that_does_not_fit_is_counted_as_too_much_and_not_kept()
    {
        var (reply, data) = await AskAsync("D 123456\nD 7\nOK\n", 4);

        Assert.Equal(new AssuanReply(AssuanLineKind.Ok, 0, -1), reply);
        Assert.Equal("", data);
    }

    [Fact]
    public async Task An_error_keeps_its_cause()
    {
        var (reply, _) = await AskAsync("S ERROR gtk2.? 83886142 \nERR 83886142 Timeout <Pinentry>\n", 4);

        Assert.Equal(AssuanLineKind.Error, reply.Kind);
        Assert.Equal(62, reply.Cause);
    }

    [Theory]
    [InlineData("")]
    [InlineData("D 1234\n")]
    [InlineData("OK without an end of line")]
    [InlineData("D 12%3\nOK\n")]
    [InlineData("INQUIRE QUALITY 1234\nOK\n")]
    [InlineData("whatever\nOK\n")]
    public async Task Anything_else_is_broken(string sent)
    {
        var (reply, _) = await AskAsync(sent, 64);

        Assert.Equal(AssuanLineKind.Garbled, reply.Kind);
    }

    [Theory]
    [InlineData(1000, "Ok")]
    [InlineData(1002, "Garbled")]
    [InlineData(5_000_000, "Garbled")]
    public async Task A_line_longer_than_the_protocol_allows_is_broken(int length, string expected)
    {
        var (reply, _) = await AskAsync($"# {new string('x', length - 2)}\nOK\n", 64);

        Assert.Equal(expected, reply.Kind.ToString());
    }

    [Theory]
    [InlineData(63, "Ok")]
    [InlineData(64, "Garbled")]
    public async Task Remarks_without_end_are_broken(int remarks, string expected)
    {
        var (reply, _) = await AskAsync(string.Concat(Enumerable.Repeat("S x\n", remarks)) + "OK\n", 64);

        Assert.Equal(expected, reply.Kind.ToString());
    }

    [Fact]
    public async Task A_command_longer_than_the_protocol_allows_is_not_sent()
    {
        using var sent = new MemoryStream();
        using var connection = new AssuanConnection(new MemoryStream("OK\n"u8.ToArray()), sent);

        var reply = await connection.SendAsync("SETDESC " + new string('x', 993), TestContext.Current.CancellationToken);

        Assert.Equal(AssuanLineKind.Garbled, reply.Kind);
        Assert.Equal(0, sent.Length);
    }

    [Fact]
    public async Task Whatever_bytes_come_a_reply_is_returned()
    {
        var random = new Random(20260302);
        for (var run = 0; run < 2000; run++)
        {
            var bytes = new byte[random.Next(0, 1500)];
            random.NextBytes(bytes);
            using var connection = new AssuanConnection(new MemoryStream(bytes), Stream.Null);
            var reply = await connection.SendAsync("GETPIN", new byte[64], TestContext.Current.CancellationToken);
            Assert.True(Enum.IsDefined(reply.Kind));
        }
    }

    private static async Task<(AssuanReply Reply, string Data)> AskAsync(string sent, int room)
    {
        var data = new byte[room];
        using var connection = new AssuanConnection(new MemoryStream(Encoding.UTF8.GetBytes(sent)), new MemoryStream());
        var reply = await connection.SendAsync("GETPIN", data, TestContext.Current.CancellationToken);
        return (reply, Encoding.ASCII.GetString(data, 0, Math.Max(0, reply.DataLength)));
    }
}
