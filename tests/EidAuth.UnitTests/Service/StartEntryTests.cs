using System.Xml;
using EidAgent.Commands;
using EidAgent.Service;
using EidAgent.Service.Installation;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Service;

/// <summary>What is written for each system, byte for byte, with a path that each of the formats has to escape.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class StartEntryTests : IDisposable
{
    private static readonly AgentProgram Plain = new(["/opt/eidauth/EidAgent", "run"]);
    private static readonly AgentProgram Odd = new(["""/people/zoë/my "50%" $HOME `x` \ tools/EidAgent""", "run", "--port", "35353"]);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-entry-");

    [Fact]
    public void The_socket_unit_listens_on_127_0_0_1_alone() => Assert.Equal(
        """
        [Unit]
        Description=Port of the eID agent

        [Socket]
        ListenStream=127.0.0.1:35353

        [Install]
        WantedBy=sockets.target

        """,
        SystemdUnits.Files("/people/anna/.config", Plain, "127.0.0.1:35353")[1].Content);

    [Fact]
    public void The_units_stand_where_systemd_looks_and_the_socket_is_enabled() => Assert.Equal(
        [
            "/people/anna/.config/systemd/user/eidauth-agent.service",
            "/people/anna/.config/systemd/user/eidauth-agent.socket",
            "/people/anna/.config/systemd/user/sockets.target.wants/eidauth-agent.socket",
        ],
        SystemdUnits.Files("/people/anna/.config", Plain, "127.0.0.1:35353").Select(file => file.Path));

    [Fact]
    public void The_service_unit_escapes_its_command()
    {
        var unit = SystemdUnits.Files("/people/anna/.config", new AgentProgram(["/people/zoë/my 50%h $HOME/EidAgent", "run"]), "127.0.0.1:35353")[0].Content;

        Assert.Contains("ExecStart=\":/people/zoë/my 50%%h $HOME/EidAgent\" \"run\"\n", unit, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivileges=yes\n", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_systemd_would_not_start_by_its_path_is_started_by_a_shell() => Assert.Contains(
        """ExecStart=":/bin/sh" "-c" "exec \"$0\" \"$@\"" "/people/zoë/my \"50%%\" $HOME `x` \\ tools/EidAgent" "run" "--port" "35353" """.TrimEnd() + "\n",
        SystemdUnits.Files("/people/anna/.config", Odd, "127.0.0.1:35353")[0].Content,
        StringComparison.Ordinal);

    [Fact]
    public void The_desktop_entry_escapes_its_command_twice() => Assert.Contains(
        """Exec="/people/zoë/my \\"50%%\\" \\$HOME \\`x\\` \\\\ tools/EidAgent" "run" "--port" "35353" """.TrimEnd() + "\n",
        AutostartEntry.Files("/people/anna/.config", Odd)[0].Content,
        StringComparison.Ordinal);

    [Fact]
    public void The_property_list_is_read_back_as_it_was_meant()
    {
        var file = LaunchdEntry.Files("/Users/anna", new AgentProgram(["/Applications/A & B <é>/EidAgent", "run"]))[0];
        using var reader = XmlReader.Create(new StringReader(file.Content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var list = new XmlDocument();
        list.Load(reader);

        Assert.Equal("/Users/anna/Library/LaunchAgents/eidauth.agent.plist", file.Path);
        Assert.Equal(["/Applications/A & B <é>/EidAgent", "run"], list.SelectNodes("/plist/dict/array/string")!.Cast<XmlNode>().Select(word => word.InnerText));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\"", file.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"C:\Program Files\EidAuth\EidAgent.exe", @"""C:\Program Files\EidAuth\EidAgent.exe"" ""run""")]
    [InlineData(@"C:\zoë 50%\a", @"""C:\zoë 50%\a"" ""run""")]
    [InlineData(@"C:\dir\", @"""C:\dir\\"" ""run""")]
    public void The_windows_command_is_quoted(string path, string command) => Assert.Equal(command, RunKeyCommand.Of(new AgentProgram([path, "run"])));

    [Theory]
    [InlineData("/people/anna/line\nbreak/EidAgent", false)]
    [InlineData("/people/anna/tab\there/EidAgent", false)]
    [InlineData("EidAgent", false)]
    [InlineData("/people/zoë/my \"50%\"/EidAgent", true)]
    public void A_path_that_no_format_can_hold_is_not_written(string path, bool writable) => Assert.Equal(writable, new AgentProgram([path, "run"]).IsWritable);

    [Fact]
    public void Installing_twice_writes_once_and_uninstalling_leaves_nothing()
    {
        var entry = new FilesEntry(StartMethod.Systemd, SystemdUnits.Files(home.FullName, Plain, "127.0.0.1:35353"));

        Assert.False(entry.IsInstalled);
        Assert.Equal(3, entry.Install().Count);
        Assert.True(entry.IsInstalled);
        Assert.Empty(entry.Install());
        Assert.Equal(3, entry.Uninstall().Count);
        Assert.False(entry.IsInstalled);
        Assert.Empty(entry.Uninstall());
        Assert.Empty(Directory.GetFiles(home.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_changed_part_is_written_again_and_a_link_in_its_place_is_not_followed()
    {
        var files = SystemdUnits.Files(home.FullName, Plain, "127.0.0.1:35353");
        var entry = new FilesEntry(StartMethod.Systemd, files);
        entry.Install();
        var elsewhere = Path.Combine(home.FullName, "elsewhere");
        File.WriteAllText(elsewhere, "mine");
        File.Delete(files[0].Path);
        File.CreateSymbolicLink(files[0].Path, elsewhere);

        Assert.Equal([files[0].Path], entry.Install());
        Assert.Equal("mine", File.ReadAllText(elsewhere));
        Assert.True(entry.IsInstalled);
    }

    [Theory]
    [InlineData(true, "Agent", 0)]
    [InlineData(false, "Agent", 0)]
    [InlineData(true, "ServiceManager", 0)]
    [InlineData(true, "Nobody", 24)]
    [InlineData(false, "Nobody", 23)]
    [InlineData(true, "AnotherUser", 19)]
    [InlineData(true, "OtherProgram", 20)]
    [InlineData(false, "Unknown", 20)]
    public void Status_is_0_only_when_a_website_reaches_this_users_agent(bool installed, string holder, int code) =>
        Assert.Equal(code, (int)StatusCommand.Judge(installed, Enum.Parse<PortHolderKind>(holder)));

    public void Dispose() => home.Delete(recursive: true);
}
