using System.Globalization;
using EidAgent.Commands;
using EidAgent.Ports;
using EidAuth.Login;

namespace EidAgent.Service.Installation;

/// <summary>Which entry this system takes.</summary>
internal static class StartEntries
{
    // sd_booted(3)
    private const string Booted = "/run/systemd/system";

    /// <summary>What this system has: the service manager that can listen before anything that starts with the session.</summary>
    public static StartMethod OfThisSystem() =>
        OperatingSystem.IsWindows() ? StartMethod.RunKey
        : OperatingSystem.IsMacOS() ? StartMethod.Launchd
        : Directory.Exists(Booted) ? StartMethod.Systemd
        : StartMethod.Autostart;

    /// <summary>The entry of this user; null when that method is not of this system.</summary>
    public static IStartEntry? Of(StartMethod method, int port)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var settings = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { } folder && Path.IsPathFullyQualified(folder) ? folder : Path.Combine(home, ".config");
        string[] run = port == LoginFormat.AgentPort ? [ProgramCommands.Run] : [ProgramCommands.Run, "--port", port.ToString(CultureInfo.InvariantCulture)];
        var program = AgentProgram.OfThisProcess(run);
        return method switch
        {
            _ when !program.IsWritable => null,
            StartMethod.Systemd when OperatingSystem.IsLinux() => new FilesEntry(method, SystemdUnits.Files(settings, program, PortPlaces.OwnDoor(port) ?? $"127.0.0.1:{port}")),
            StartMethod.Autostart when OperatingSystem.IsLinux() => new FilesEntry(method, AutostartEntry.Files(settings, program)),
            StartMethod.Launchd when OperatingSystem.IsMacOS() => new FilesEntry(method, LaunchdEntry.Files(home, program)),
            StartMethod.RunKey when OperatingSystem.IsWindows() => new RunKeyEntry(program),
            _ => null,
        };
    }

    /// <summary>All entries that this system could have, to look for and to remove.</summary>
    public static IReadOnlyList<IStartEntry> All(int port) => [.. Enum.GetValues<StartMethod>().Select(method => Of(method, port)).OfType<IStartEntry>()];
}
