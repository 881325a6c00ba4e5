using EidAgent.Ports;
using EidAgent.Ports.Install;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Ports;

/// <summary>The files of the system part.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class SystemFilesTests
{
    private static readonly IReadOnlyList<SystemFile> Files = SystemFiles.For("/opt/eidauth/EidAgent");

    [Fact]
    public void The_command_stands_where_it_belongs_and_nowhere_is_a_gap_left()
    {
        Assert.Contains("\nExecStart=/opt/eidauth/EidAgent hold-port\n", File("eidauth-port.service"), StringComparison.Ordinal);
        Assert.Contains("\nExecStart=/opt/eidauth/EidAgent run\n", File("eidauth-handed.service"), StringComparison.Ordinal);
        Assert.All(Files, file => Assert.DoesNotContain('@', file.Content.Replace("user-runtime-dir@", "", StringComparison.Ordinal).Replace("@system-service", "", StringComparison.Ordinal)
            .Replace("@privileged", "", StringComparison.Ordinal).Replace("@resources", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Port_and_folders_are_those_of_the_program()
    {
        Assert.Contains($"\nListenStream=127.0.0.1:{LoginFormat.AgentPort}\n", File("eidauth-port.socket"), StringComparison.Ordinal);
        Assert.StartsWith($"d {PortPlaces.Folder} 0755 root eidauth-port", File("tmpfiles.d/eidauth.conf"), StringComparison.Ordinal);
        Assert.Contains($"\nListenStream={PortPlaces.Folder}/%U/{PortPlaces.Door}\n", File("eidauth-handed.socket"), StringComparison.Ordinal);
        Assert.Contains($"-m 0710 -o %i -g eidauth-port {PortPlaces.Folder}/%i\n", File("user-runtime-dir@"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_system_part_has_no_capability_and_its_socket_never_gives_up()
    {
        var service = File("eidauth-port.service");
        Assert.All(
            new[] { "User=eidauth-port", "CapabilityBoundingSet=", "AmbientCapabilities=", "NoNewPrivileges=yes", "ProtectSystem=strict", "StartLimitIntervalSec=0" },
            line => Assert.Contains($"\n{line}\n", service, StringComparison.Ordinal));
        Assert.Contains("\nTriggerLimitIntervalSec=0\n", File("eidauth-port.socket"), StringComparison.Ordinal);
    }

    private static string File(string path) => Assert.Single(Files, file => file.Path.Contains(path, StringComparison.Ordinal)).Content;
}
