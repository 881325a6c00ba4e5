using EidAgent.Service.Installation;

namespace EidAgent.Service.Texts;

internal static class EnglishServiceTexts
{
    public static ServiceTexts Texts { get; } = new()
    {
        SocketRefused = "The agent does not start on the socket that was handed over: {0}",
        SocketProblems = new Dictionary<SocketProblem, string>
        {
            [SocketProblem.NumberMalformed] = "LISTEN_PID or LISTEN_FDS is not a number.",
            [SocketProblem.Count] = "LISTEN_FDS names no socket, or more than 8.",
            [SocketProblem.NoSocket] = "a descriptor is closed, or is no socket.",
            [SocketProblem.Family] = "it is neither TCP on IPv4 nor a stream on a path.",
            [SocketProblem.NotListening] = "it does not listen.",
            [SocketProblem.NotLoopback] = "it listens on another address than 127.0.0.1. In the socket unit, write ListenStream=127.0.0.1:35353.",
        },
        PortHolders = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Agent] = "Port {0} is taken: an agent of yours runs already (process {2}). Websites reach that one; to start another, stop it first.",
            [PortHolderKind.ServiceManager] = "Port {0} is taken: your session starts the agent by itself when a website asks for it. There is nothing to start.",
            [PortHolderKind.OtherProgram] = "Port {0} is taken: your program {1} (process {2}) holds it. Websites expect the agent there: stop that program.",
            [PortHolderKind.AnotherUser] = "Port {0} is taken: a program of the user {3} holds it. Until it stops, websites cannot reach your agent; the administrator can see to it that each user's agent is reached.",
            [PortHolderKind.Unknown] = "Port {0} is taken: this system does not tell by whom.",
        },
        CannotInstall = "This system does not have that method, or the path of the program holds a control character.",
        Wrote = "Written: {0}",
        NothingToWrite = "All was there already.",
        Installed = "The agent is installed.",
        Listens = "Your session listens now: the first website that asks starts the agent.",
        NextSystemd = "Next: log off and on again, or run: systemctl --user daemon-reload && systemctl --user start eidauth-agent.socket",
        NextSession = "Next: it starts with your next session. To have it now, run: EidAgent run",
        Removed = "Removed: {0}",
        NothingToRemove = "Nothing was installed.",
        Uninstalled = "The agent is no longer started by the system.",
        NotInstalled = "The agent is not installed.",
        StartMethods = new Dictionary<StartMethod, string>
        {
            [StartMethod.Systemd] = "Installed: systemd listens, and starts the agent when a website asks.",
            [StartMethod.Autostart] = "Installed: the desktop starts the agent with your session.",
            [StartMethod.Launchd] = "Installed: launchd starts the agent with your session.",
            [StartMethod.RunKey] = "Installed: Windows starts the agent with your session.",
        },
        PortStates = new Dictionary<PortHolderKind, string>
        {
            [PortHolderKind.Nobody] = "Nobody listens on port {0}.",
            [PortHolderKind.Agent] = "Your agent listens on port {0} (process {2}).",
            [PortHolderKind.ServiceManager] = "Your session listens on port {0} and starts the agent when a website asks.",
            [PortHolderKind.OtherProgram] = "Your program {1} (process {2}) holds port {0}: websites do not reach the agent.",
            [PortHolderKind.AnotherUser] = "A program of the user {3} holds port {0}: websites do not reach your agent.",
            [PortHolderKind.Unknown] = "Somebody listens on port {0}; this system does not tell who.",
        },
    };
}
