namespace EidAgent.Ports.Install;

/// <summary>The files of the system part (systemd.unit(5), sysusers.d(5), tmpfiles.d(5)), with the program's own command put in.</summary>
internal static class SystemFiles
{
    /// <summary>The unit that holds the port.</summary>
    public const string PortSocket = "eidauth-port.socket";

    /// <summary>The unit of every user that takes connections from it.</summary>
    public const string UserSocket = "eidauth-handed.socket";

    public const string Users = "/etc/sysusers.d/eidauth.conf";
    public const string Folders = "/etc/tmpfiles.d/eidauth.conf";

    private static readonly (string Name, string Path)[] Places =
    [
        ("sysusers.conf", Users),
        ("tmpfiles.conf", Folders),
        ("eidauth-port.socket", "/etc/systemd/system/eidauth-port.socket"),
        ("eidauth-port.service", "/etc/systemd/system/eidauth-port.service"),
        ("user-runtime-dir.conf", "/etc/systemd/system/user-runtime-dir@.service.d/50-eidauth.conf"),
        ("eidauth-handed.socket", "/etc/systemd/user/eidauth-handed.socket"),
        ("eidauth-handed.service", "/etc/systemd/user/eidauth-handed.service"),
    ];

    /// <summary>All of them.</summary>
    /// <param name="command">How the program is started: a path, or two.</param>
    public static IReadOnlyList<SystemFile> For(string command) =>
        [.. Places.Select(place => new SystemFile(place.Path, Embedded(place.Name).Replace("@PROGRAM@", command, StringComparison.Ordinal)))];

    private static string Embedded(string name)
    {
        using var stream = typeof(SystemFiles).Assembly.GetManifestResourceStream("EidAgent.Ports.System." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
