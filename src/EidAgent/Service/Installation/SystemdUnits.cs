namespace EidAgent.Service.Installation;

/// <summary>Two units of the user's service manager: a socket that systemd listens on, and the agent that it starts for it (systemd.socket(5), systemd.service(5)).</summary>
internal static class SystemdUnits
{
    public const string Socket = "eidauth-agent.socket";
    public const string Service = "eidauth-agent.service";

    /// <summary>The files, and the link that enables the socket as <c>systemctl --user enable</c> would.</summary>
    /// <param name="configuration">The user's folder of settings, ~/.config.</param>
    /// <param name="program">What is started.</param>
    /// <param name="listens">An address with port, or the path on which the system part hands connections over.</param>
    public static IReadOnlyList<EntryFile> Files(string configuration, AgentProgram program, string listens)
    {
        var folder = Path.Combine(configuration, "systemd", "user");
        return
        [
            new EntryFile(Path.Combine(folder, Service), ServiceUnit(program)),
            new EntryFile(Path.Combine(folder, Socket), SocketUnit(listens)),
            new EntryFile(Path.Combine(folder, "sockets.target.wants", Socket), "../" + Socket, IsLink: true),
        ];
    }

    // A path's folder is this user's; who connects is asked of the kernel.
    private static string SocketUnit(string listens) => $"""
        [Unit]
        Description=Port of the eID agent

        [Socket]
        ListenStream={listens.Replace("%", "%%", StringComparison.Ordinal)}
        {(listens.StartsWith('/') ? "SocketMode=0666\nRemoveOnStop=yes\n" : "")}
        [Install]
        WantedBy=sockets.target

        """.ReplaceLineEndings("\n");

    private static string ServiceUnit(AgentProgram program) => $"""
        [Unit]
        Description=eID agent
        Requires={Socket}
        After={Socket}
        # The windows of a desktop session end with it, and the agent that opens them.
        PartOf=graphical-session.target

        [Service]
        ExecStart={CommandLine(program)}
        # The agent closes its PIN window and resets the card by itself.
        KillMode=mixed
        TimeoutStopSec=60
        UMask=0077
        NoNewPrivileges=yes
        ProtectSystem=full
        ProtectControlGroups=yes
        ProtectKernelTunables=yes
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        SystemCallArchitectures=native
        # Not MemoryDenyWriteExecute: .NET compiles while it runs. Not PrivateTmp: the display's socket is in /tmp.

        """.ReplaceLineEndings("\n");

    // The colon: no variable is replaced in what follows. Quotes, backslash and percent are systemd's own (systemd.service(5), "Command lines"; systemd.unit(5), "Specifiers").
    private static string CommandLine(AgentProgram program) =>
        string.Join(' ', Startable(program.Words).Select((word, index) => Quoted(index == 0 ? ":" + word : word)));

    // systemd starts no program whose own path holds a quote or a backslash; a shell does, and becomes it, with the same process id and the same sockets.
    private static IEnumerable<string> Startable(IReadOnlyList<string> words) =>
        words[0].AsSpan().IndexOfAny('"', '\'', '\\') < 0 ? words : ["/bin/sh", "-c", "exec \"$0\" \"$@\"", .. words];

    private static string Quoted(string word) =>
        "\"" + word.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal) + "\"";
}
