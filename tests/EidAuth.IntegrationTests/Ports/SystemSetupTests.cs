using System.Globalization;
using System.Text.RegularExpressions;
using EidAgent.Ports.Install;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>What <c>install --system</c> writes, held against the system's own checkers. No manager runs here, so nothing is taken into use.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed partial class SystemSetupTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("eidauth-root-");

    public SystemSetupTests() => Require.OrSkip(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can install");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_units_are_what_systemd_understands_and_the_service_is_shut_in()
    {
        Require.Programs("systemd-analyze");
        Assert.Equal(SystemSetupEnding.Done, Setup("/usr/bin/true").Install(TextWriter.Null));
        var units = Path.Combine(root.FullName, "etc/systemd/system");

        foreach (var unit in new[] { "eidauth-port.socket", "eidauth-port.service" })
        {
            var verified = await TestProcess.RunAsync("systemd-analyze", ["verify", Path.Combine(units, unit)], Cancellation);
            Assert.True(verified.ExitCode == 0, verified.All);
            Assert.DoesNotContain("eidauth", verified.All, StringComparison.Ordinal);
        }

        var judged = await TestProcess.RunAsync("systemd-analyze", ["security", "--no-pager", "--offline=true", Path.Combine(units, "eidauth-port.service")], Cancellation);
        var exposure = double.Parse(Exposure().Match(judged.StandardOutput).Groups[1].Value, CultureInfo.InvariantCulture);
        Figures.Add("system part: exposure by systemd-analyze security, of 10", exposure);
        Assert.True(exposure <= 1.5, judged.All);
    }

    [Fact]
    public async Task What_was_installed_can_be_read_by_all_is_installed_twice_alike_and_is_taken_away()
    {
        Assert.Equal(SystemSetupEnding.Done, Setup("/usr/bin/true").Install(TextWriter.Null));
        Assert.Equal(SystemSetupEnding.Done, Setup("/usr/bin/true").Install(TextWriter.Null));

        var files = Directory.GetFiles(root.FullName, "*", SearchOption.AllDirectories);
        Assert.Equal(SystemFiles.For("").Count, files.Length);
        var modes = await TestProcess.RunAsync("stat", ["-c", "%a", .. files], Cancellation);
        Assert.All(modes.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries), mode => Assert.Equal("644", mode));
        Assert.Equal(SystemSetupEnding.Done, Setup("/usr/bin/true").Uninstall(TextWriter.Null));
        Assert.Empty(Directory.GetFiles(root.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_program_that_others_could_change_is_not_started_for_everybody()
    {
        var own = Path.Combine(root.FullName, "EidAgent");
        File.WriteAllText(own, "");
        var link = Path.Combine("/usr/bin", "env");

        Assert.True(ProgramPlace.IsRoots(Path.GetFullPath(link)));
        Assert.False(ProgramPlace.IsRoots(own)); // Below /tmp, where everybody writes.
        Assert.False(ProgramPlace.IsRoots("bin/env"));
        Assert.False(ProgramPlace.IsRoots("/usr/bin/env --help"));
        Assert.False(ProgramPlace.IsRoots("/usr/bin/%i"));
        Assert.False(ProgramPlace.IsRoots("/usr/bin/nothing-of-this-name"));
        Assert.Equal(SystemSetupEnding.ProgramNotRoots, Setup(own).Install(TextWriter.Null));
        Assert.False(Directory.Exists(Path.Combine(root.FullName, "etc")));
    }

    [Fact]
    public async Task The_runtime_starts_and_serves_with_what_the_unit_leaves_it()
    {
        // Of what the unit takes away, here: every capability, and all of /proc but its own process.
        Require.Programs("unshare", "mount");
        await using var computer = await SharedComputer.StartAsync();
        await computer.HoldPortAsync("unshare", "--mount", "sh", "-c", "mount -t proc -o subset=pid,hidepid=2 proc /proc && exec \"$@\"", "sh");

        var page = await computer.Browser(SharedComputer.Bob).OpenAsync("/");

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, page.Status);
    }

    public void Dispose() => root.Delete(recursive: true);

    private SystemSetup Setup(string program) => new(root.FullName) { Command = [program] };

    [GeneratedRegex(@"exposure level for .*: ([0-9.]+)")]
    private static partial Regex Exposure();
}
