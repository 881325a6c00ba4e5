using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EidAgent.Service.Installation;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Service;

/// <summary>install, uninstall and status as a person runs them, in a home of their own; the units are read by systemd's own parser.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class InstallTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-home zoë 50% ");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("systemd", 3)]
    [InlineData("autostart", 1)]
    public async Task What_install_writes_uninstall_takes_back(string method, int files)
    {
        var port = $"{FreePort.Take()}";

        var first = await RunAsync("install", "--with", method, "--port", port);
        var status = await RunAsync("status", "--json", "--port", port);
        var second = await RunAsync("install", "--with", method, "--port", port);
        var removed = await RunAsync("uninstall", "--port", port);
        var after = await RunAsync("status", "--port", port);

        Assert.Equal([0, 24, 0, 0, 23], [first.ExitCode, status.ExitCode, second.ExitCode, removed.ExitCode, after.ExitCode]);
        Assert.Equal(files, Lines(first, "Written: "));
        Assert.Equal(0, Lines(second, "Written: "));
        Assert.Equal(files, Lines(removed, "Removed: "));
        Assert.Contains("Next: ", first.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Nobody listens on port " + port, after.StandardOutput, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(status.StandardOutput);
        Assert.True(json.RootElement.GetProperty("installed").GetBoolean());
        Assert.Equal(method, json.RootElement.GetProperty("method").GetString(), ignoreCase: true);
        Assert.Equal("Nobody", json.RootElement.GetProperty("holder").GetProperty("kind").GetString());
        Assert.Empty(Directory.GetFiles(home.FullName, "*eidauth*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_second_method_takes_the_place_of_the_first()
    {
        await RunAsync("install", "--with", "autostart");
        var result = await RunAsync("install", "--with", "systemd");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, Lines(result, "Removed: "));
        Assert.Empty(Directory.GetFiles(home.FullName, "*.desktop", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Status_names_another_program_on_the_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await RunAsync("status", "--port", $"{port}");

        Assert.Equal(20, result.ExitCode);
        Assert.Contains($"(process {Environment.ProcessId}) holds port {port}", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systemd_reads_the_units_as_they_are_meant()
    {
        Require.Programs("systemd-analyze");

        // systemd says so when it does not find the program: the path has a blank, a percent sign that means something, a dollar sign and a letter beyond ASCII.
        var program = Path.Combine(home.FullName, "my 50%h $HOME tools", "EidAgent");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.CreateSymbolicLink(program, Require.Program("true")!);
        var good = await VerifyAsync(program);
        var missing = await VerifyAsync(program + "-not-there");
        var quoted = await VerifyAsync(Path.Combine(home.FullName, """a "quoted" \ folder""", "EidAgent"));

        Assert.True(good.ExitCode == 0, good.All);
        Assert.DoesNotContain("eidauth-agent", good.All, StringComparison.Ordinal);
        Assert.Contains("my 50%h $HOME tools/EidAgent-not-there is not executable", missing.All, StringComparison.Ordinal);
        Assert.True(quoted.ExitCode == 0, quoted.All);
    }

    public void Dispose() => home.Delete(recursive: true);

    private async Task<ProcessResult> VerifyAsync(string program)
    {
        var entry = new FilesEntry(StartMethod.Systemd, SystemdUnits.Files(home.FullName, new AgentProgram([program, "run"]), "127.0.0.1:35353"));
        entry.Install();
        var folder = Path.Combine(home.FullName, "systemd", "user");
        return await TestProcess.RunAsync(
            "systemd-analyze",
            ["verify", "--user", Path.Combine(folder, SystemdUnits.Service), Path.Combine(folder, SystemdUnits.Socket)],
            Cancellation,
            new Dictionary<string, string?> { ["HOME"] = home.FullName, ["XDG_CONFIG_HOME"] = null, ["XDG_RUNTIME_DIR"] = home.FullName });
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) => TestProcess.RunAsync(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), .. arguments],
        Cancellation,
        new Dictionary<string, string?>
        {
            ["HOME"] = home.FullName,
            ["XDG_CONFIG_HOME"] = null,
            ["XDG_RUNTIME_DIR"] = home.FullName,
            ["DBUS_SESSION_BUS_ADDRESS"] = null,
            ["LC_ALL"] = "C",
        });

    private static int Lines(ProcessResult result, string beginning) =>
        result.StandardOutput.Split('\n').Count(line => line.StartsWith(beginning, StringComparison.Ordinal));
}
