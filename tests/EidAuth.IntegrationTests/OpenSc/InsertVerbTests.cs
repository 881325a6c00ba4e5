using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.OpenSc;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class InsertVerbTests
{
    [Fact]
    public async Task A_card_is_inserted_until_the_process_is_told_to_stop()
    {
        Require.Programs("opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", cancellation);

        var atr = await TestProcess.RunAsync("opensc-tool", ["--atr"], cancellation, pcscd.Environment);
        Assert.Contains("3b:7f:96:00:00:80:31:80:65:b0:85:04:01:20:12:0f:ff:82:90:00", atr.StandardOutput);

        Assert.Equal(0, await card.RemoveAsync(cancellation));
        Assert.Equal("inserted adult-18", card.Output);

        // The driver notices at its next poll, within 0.4 s.
        var list = await ReadersAsync(pcscd, cancellation);
        for (var i = 0; i < 20 && list.Contains("Yes", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, cancellation);
            list = await ReadersAsync(pcscd, cancellation);
        }

        Assert.DoesNotContain("Yes", list);
        Assert.Contains(PrivatePcscd.FirstReader, list);
    }

    private static async Task<string> ReadersAsync(PrivatePcscd pcscd, CancellationToken cancellation) =>
        (await TestProcess.RunAsync("opensc-tool", ["--list-readers"], cancellation, pcscd.Environment)).StandardOutput;

    [Fact]
    public async Task Two_cards_stand_in_two_slots()
    {
        Require.Programs("opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var first = await InsertedCard.InAsync(pcscd, "adult-18", cancellation);
        await using var second = await InsertedCard.InAsync(pcscd, "adult-17", cancellation, PrivatePcscd.VpcdPort + 1);

        var atr = await TestProcess.RunAsync(
            "opensc-tool", ["--reader", PrivatePcscd.SecondReader, "--atr"], cancellation, pcscd.Environment);

        Assert.Contains("3b:98:13:40:0a:a5:03:01:01:01:ad:13:11", atr.StandardOutput);
    }

    [Fact]
    public async Task Another_pin_can_be_given()
    {
        Require.Programs("opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", cancellation, more: ["--pin", "987654"]);

        var verify = await TestProcess.RunAsync(
            "opensc-tool", ["-s", "00:20:00:01:08:26:98:76:54:FF:FF:FF:FF"], cancellation, pcscd.Environment);

        Assert.Contains("SW1=0x90, SW2=0x00", verify.StandardOutput);
    }

    [Fact]
    public async Task A_planned_removal_pulls_the_card_and_the_program_says_so_and_ends()
    {
        Require.Programs("opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(
            pcscd, "adult-18", cancellation, more: ["--fault", "wrongStatus@1", "--fault", "removedAfter@2"]);

        var talk = await TestProcess.RunAsync(
            "opensc-tool", ["--card-driver", "default", "-s", "00:A4:08:0C:02:3F:00", "-s", "00:A4:08:0C:02:3F:00"], cancellation, pcscd.Environment);

        Assert.Contains("SW1=0x6F, SW2=0x00", talk.StandardOutput);
        Assert.DoesNotContain("SW1=0x90", talk.StandardOutput);
        Assert.Equal(0, await card.WaitForEndAsync(cancellation));
        Assert.Equal(["inserted adult-18", "removedAfter adult-18"], card.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task A_reader_can_resolve_lengths_itself_and_a_card_can_be_strict()
    {
        Require.Programs("opensc-tool");
        var cancellation = TestContext.Current.CancellationToken;
        await using var pcscd = await PrivatePcscd.StartAsync(cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", cancellation, more: ["--reader-resolves"]);
        await using var strict = await InsertedCard.InAsync(pcscd, "adult-17", cancellation, PrivatePcscd.VpcdPort + 1, "--strict");

        var read = await TestProcess.RunAsync(
            "opensc-tool", ["--reader", PrivatePcscd.FirstReader, "--card-driver", "default", "-s", "00:A4:08:0C:02:2F:00", "-s", "00:B0:00:00:00"], cancellation, pcscd.Environment);
        var environment = await TestProcess.RunAsync(
            "opensc-tool", ["--reader", PrivatePcscd.SecondReader, "--card-driver", "default", "-s", "00:22:41:B6:05:04:80:01:84:82"], cancellation, pcscd.Environment);

        Assert.Contains("61 23 4F 0C", read.StandardOutput);
        Assert.Contains("SW1=0x6A, SW2=0x88", environment.StandardOutput);
    }

    [Theory]
    [InlineData("No such citizen", "insert", "nobody")]
    [InlineData("No virtual reader", "insert", "adult-18", "--port", "9")]
    [InlineData("4 to 12 digits", "insert", "adult-18", "--pin", "12x4")]
    [InlineData("--fault wants", "insert", "adult-18", "--fault", "explodes@3")]
    [InlineData("--fault wants", "insert", "adult-18", "--fault", "removed@1", "--fault", "removed")]
    [InlineData("not both", "insert", "adult-18", "--strict", "--lenient")]
    [InlineData("--responder wants", "insert", "adult-18", "--responder", "ftp://127.0.0.1/")]
    public async Task What_cannot_be_done_is_said_in_one_line_with_exit_code_1(string message, params string[] arguments)
    {
        var result = await TestProcess.RunAsync(
            "dotnet", ["exec", typeof(Citizen).Assembly.Location, .. arguments, "--pki", SharedPki.Folder], TestContext.Current.CancellationToken);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.StandardError);
        Assert.DoesNotContain("   at ", result.All);
        Assert.DoesNotContain("12x4", result.All);
    }

    [Fact]
    public async Task Citizens_and_pki_are_printed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var simulator = typeof(Citizen).Assembly.Location;
        var citizens = await TestProcess.RunAsync("dotnet", ["exec", simulator, "citizens"], cancellation);
        var pki = await TestProcess.RunAsync("dotnet", ["exec", simulator, "pki", "--out", SharedPki.Folder], cancellation);

        Assert.Equal(0, citizens.ExitCode);
        Assert.Equal(
            Citizen.InOrder.Select(citizen => citizen.Id),
            citizens.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Equal(Path.Combine(SharedPki.Folder, "anchors"), pki.StandardOutput.Trim());
    }
}
