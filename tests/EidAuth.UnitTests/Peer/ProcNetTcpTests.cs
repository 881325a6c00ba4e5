using System.Net;
using EidAgent.Peer;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Peer;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class ProcNetTcpTests
{
    private const string Heading = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    // 127.0.0.1:54321 → 127.0.0.1:35353, as an x86 or ARM machine prints it.
    private static readonly IPEndPoint Browser = new(IPAddress.Loopback, 54321);
    private static readonly IPEndPoint Agent = new(IPAddress.Loopback, 35353);

    [Fact]
    public void The_row_of_the_peers_own_socket_names_its_owner()
    {
        var table = Heading
            + "   0: 0100007F:8A19 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0000000000000000 100 0 0 10 0\n"
            + "   1: 0100007F:8A19 0100007F:D431 01 00000000:00000000 00:00000000 00000000     5        0 222 1 0000000000000000 20 4 30 10 -1\n"
            + "   2: 0100007F:D431 0100007F:8A19 01 00000000:00000000 00:00000000 00000000  1000        0 333 1 0000000000000000 20 4 30 10 -1\n";

        Assert.Equal(1000u, Owner(table));
    }

    [Fact]
    public void A_v4_address_inside_a_v6_socket_is_the_same_address()
    {
        var table = Heading
            + "   0: 0000000000000000FFFF00000100007F:D431 0000000000000000FFFF00000100007F:8A19 01 00000000:00000000 00:00000000 00000000  1000        0 333 1\n";

        Assert.Equal(1000u, Owner(table));
        Assert.Equal(1000u, ProcNetTcp.OwnerOf(new StringReader(table), new IPEndPoint(Browser.Address.MapToIPv6(), Browser.Port), Agent));
    }

    [Theory]
    [InlineData("01", "1000", "333", true)]
    [InlineData("01", "0", "333", true)]
    [InlineData("01", "0", "0", false)]
    [InlineData("06", "0", "333", false)]
    [InlineData("04", "1000", "333", false)]
    [InlineData("01", "-1", "333", false)]
    [InlineData("01", "4294967296", "333", false)]
    [InlineData("01", "x", "333", false)]
    [InlineData("01", "1000", "x", false)]
    [InlineData("01", "1000", "", false)]
    public void Only_an_established_socket_with_an_inode_counts(string state, string owner, string inode, bool counts)
    {
        var table = $"   0: 0100007F:D431 0100007F:8A19 {state} 00000000:00000000 00:00000000 00000000  {owner}        0 {inode}\n";

        Assert.Equal(counts, Owner(table) is not null);
    }

    [Theory]
    [InlineData("0100007F:D432", "0100007F:8A19")]
    [InlineData("0100007F:D431", "0100007F:8A1A")]
    [InlineData("0200007F:D431", "0100007F:8A19")]
    [InlineData("0100007F:D431", "0200007F:8A19")]
    [InlineData("0100007F:1D431", "0100007F:8A19")]
    [InlineData("100007F:D431", "0100007F:8A19")]
    [InlineData("0100007G:D431", "0100007F:8A19")]
    [InlineData("0100007FD431", "0100007F:8A19")]
    [InlineData(":", ":")]
    public void Another_or_broken_address_does_not_count(string local, string remote)
    {
        var table = $"   0: {local} {remote} 01 00000000:00000000 00:00000000 00000000  1000        0 333 1\n";

        Assert.Null(Owner(table));
    }

    [Fact]
    public void Whatever_the_text_nothing_is_thrown()
    {
        var random = new Random(20260302);
        const string Alphabet = "0123456789ABCDEF: \t\nx\0é";
        for (var run = 0; run < 2000; run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.Null(Owner(text));
        }
    }

    private static uint? Owner(string table) => ProcNetTcp.OwnerOf(new StringReader(table), Browser, Agent);
}
