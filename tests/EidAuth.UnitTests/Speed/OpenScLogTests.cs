using EidAuth.Benchmarks.Card;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>pcscd's log with --debug --apdu, as version 1.9 and 2 write it.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class OpenScLogTests
{
    private const string Log = """
        00000011 winscard_svc.c:1086:MSGAddHandle() Client
        00000052 APDU: 80 E4 00 00 1C
        00000412 SW: 53 4C 47 90 00 01 02 03 04 05 06 07 08 09 0A 0B F3 36 01 22 01 17 00 03 00 21 01 0F 90 00
        00000007 APDU: 00 20 00 01 08 24 12 34 FF FF FF FF FF
        00000207 SW: 90 00
        00000002 APDU: 00 B0 00 00 00
        """;

    [Fact]
    public void Commands_are_read_with_the_length_of_their_answers_and_without_pins()
    {
        var commands = OpenScRuns.Parse(Log, 0);

        Assert.Equal([new CardCommand("80E400001C", 5, 30), new CardCommand("0020000108", 13, 2)], commands);
    }

    [Fact]
    public void What_was_logged_before_does_not_count() =>
        Assert.Single(OpenScRuns.Parse(Log, Log.IndexOf("00000007", StringComparison.Ordinal)));
}
