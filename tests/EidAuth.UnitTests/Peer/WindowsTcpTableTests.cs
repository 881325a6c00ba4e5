using System.Net;
using System.Runtime.CompilerServices;
using EidAgent.Peer;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Peer;

/// <summary>The table of Windows, as its headers lay it out: a count and rows of 24 bytes. Nothing of it was run there.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class WindowsTcpTableTests
{
    private static readonly IPEndPoint Browser = new(IPAddress.Loopback, 51234); // C822
    private static readonly IPEndPoint Agent = new(IPAddress.Loopback, 35353); // 8A19

    // State, local address and port, remote address and port, process.
    private const string OurEnd = "05000000 7F000001 8A190000 7F000001 C8220000 11110000";
    private const string TheirEnd = "05000000 7F000001 C8220000 7F000001 8A190000 D2040000";

    [Fact]
    public void A_row_has_24_bytes() => Assert.Equal(24, Unsafe.SizeOf<WindowsTcpTable.Row>());

    [Fact]
    public void The_process_at_the_other_end_is_found_and_not_our_own() => Assert.Equal(1234u, Find($"02000000 {OurEnd} {TheirEnd}"));

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("00000000")]
    [InlineData("01000000" + OurEnd)]
    [InlineData("01000000 08000000 7F000001 C8220000 7F000001 8A190000 D2040000")] // CLOSE_WAIT
    [InlineData("01000000 05000000 7F000001 C8230000 7F000001 8A190000 D2040000")] // Another port.
    [InlineData("01000000 05000000 7F000002 C8220000 7F000001 8A190000 D2040000")] // Another address.
    [InlineData("01000000 05000000 7F000001 C8220000 7F000001 8A190000 D204")] // Cut off.
    [InlineData("00000000" + TheirEnd)] // Beyond the count.
    [InlineData("02000000" + TheirEnd + "05000000 7F000001 C8220000 7F000001 8A190000 D3040000")] // Two owners.
    public void Anything_else_is_nobodys(string table) => Assert.Null(Find(table));

    [Fact]
    public void A_count_beyond_the_table_reads_what_there_is() => Assert.Equal(1234u, Find($"FFFFFFFF {TheirEnd}"));

    private static uint? Find(string table) => WindowsTcpTable.ProcessOf(Convert.FromHexString(table.Replace(" ", "", StringComparison.Ordinal)), Browser, Agent);
}
