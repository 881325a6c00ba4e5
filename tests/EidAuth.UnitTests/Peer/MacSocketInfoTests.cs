using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EidAgent.Peer;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Peer;

/// <summary>struct socket_fdinfo of macOS, as its header lays it out. Nothing of it was run there.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class MacSocketInfoTests
{
    private static readonly IPEndPoint Browser = new(IPAddress.Loopback, 51234); // C822
    private static readonly IPEndPoint Agent = new(IPAddress.Loopback, 35353); // 8A19

    [Fact]
    public void Socket_fdinfo_has_792_bytes_with_the_protocols_part_at_264()
    {
        // proc_fileinfo, vinfo_stat, two pointers, three ints, eight shorts, oobmark, two sockbuf_info: then kind and a reserve.
        Assert.Equal(256, 24 + 136 + 16 + 12 + 16 + 4 + 24 + 24);
        Assert.Equal(MacSocketInfo.Size, Unsafe.SizeOf<MacSocketInfo.Connection>());
        Assert.Equal(
            [256, 264, 268, 264 + 24, 264 + 32 + 12, 264 + 48 + 12, 264 + 80],
            new[] { "Kind", "RemotePort", "LocalPort", "Version", "RemoteAddress", "LocalAddress", "State" }.Select(name => (int)Marshal.OffsetOf<MacSocketInfo.Connection>(name)));
        Assert.Equal(8, Unsafe.SizeOf<MacSocketInfo.Descriptor>());
    }

    [Fact]
    public void The_browsers_end_is_known() => Assert.True(MacSocketInfo.Is(Socket(), Browser, Agent));

    [Fact]
    public void Our_own_end_is_not_the_browsers() => Assert.False(MacSocketInfo.Is(Socket(), Agent, Browser));

    [Theory]
    [InlineData(256, "01")] // Not TCP.
    [InlineData(288, "02")] // IPv6.
    [InlineData(344, "05")] // CLOSE_WAIT
    [InlineData(268, "C823")]
    [InlineData(264, "8A18")]
    [InlineData(324, "7F000002")]
    [InlineData(308, "0A000001")]
    public void Anything_else_is_not_it(int offset, string bytes)
    {
        var socket = Socket();
        Convert.FromHexString(bytes).CopyTo(socket, offset);

        Assert.False(MacSocketInfo.Is(socket, Browser, Agent));
    }

    [Fact]
    public void Half_a_structure_is_not_it() => Assert.False(MacSocketInfo.Is(Socket().AsSpan(0, 791), Browser, Agent));

    private static byte[] Socket()
    {
        var socket = new byte[792];
        foreach (var (offset, bytes) in new[] { (256, "02"), (264, "8A19"), (268, "C822"), (288, "01"), (308, "7F000001"), (324, "7F000001"), (344, "04") })
        {
            Convert.FromHexString(bytes).CopyTo(socket, offset);
        }

        return socket;
    }
}
