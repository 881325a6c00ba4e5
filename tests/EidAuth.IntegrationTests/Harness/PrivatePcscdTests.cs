using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Harness;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PrivatePcscdTests
{
    private const string Card = "exec 3<>/dev/tcp/127.0.0.1/35963 || exit 1; echo connected; cat <&3 >/dev/null";

    [Fact]
    public async Task Two_daemons_stand_side_by_side_and_a_client_outside_sees_its_readers()
    {
        Require.Programs("opensc-tool");
        await using var first = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);
        await using var second = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);

        foreach (var pcscd in new[] { first, second })
        {
            var list = await TestProcess.RunAsync("opensc-tool", ["--list-readers"], TestContext.Current.CancellationToken, pcscd.Environment);
            Assert.Contains(PrivatePcscd.FirstReader, list.StandardOutput);
            Assert.Contains(PrivatePcscd.SecondReader, list.StandardOutput);
        }
    }

    [Fact]
    public async Task The_drivers_port_is_open_inside_and_closed_outside()
    {
        await using var pcscd = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);

        await using var inside = pcscd.Start("bash", ["-c", Card]);
        await inside.WaitForLineAsync("connected", TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var outside = await TestProcess.RunAsync("bash", ["-c", Card], TestContext.Current.CancellationToken);

        Assert.NotEqual(0, outside.ExitCode);
        Assert.DoesNotContain("connected", outside.StandardOutput);
    }

    [Fact]
    public async Task A_stopped_daemon_is_gone_and_comes_back_at_the_same_socket()
    {
        Require.Programs("opensc-tool");
        await using var pcscd = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);

        await pcscd.StopDaemonAsync();
        var without = await TestProcess.RunAsync("opensc-tool", ["--list-readers"], TestContext.Current.CancellationToken, pcscd.Environment);
        await pcscd.StartDaemonAsync(TestContext.Current.CancellationToken);
        var with = await TestProcess.RunAsync("opensc-tool", ["--list-readers"], TestContext.Current.CancellationToken, pcscd.Environment);

        Assert.DoesNotContain(PrivatePcscd.FirstReader, without.All);
        Assert.Contains(PrivatePcscd.FirstReader, with.StandardOutput);
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var pcscd = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(pcscd.SocketPath));
        var inside = pcscd.Start("sleep", ["300"]);

        await pcscd.DisposeAsync();
        await inside.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(Directory.GetDirectories("/proc").Where(IsProcess), process => CommandLine(process).Contains(folder!));
    }

    private static bool IsProcess(string folder) => Path.GetFileName(folder).All(char.IsAsciiDigit);

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            // It ended while we looked.
            return "";
        }
    }
}
