using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using EidAgent.Peer;
using EidAgent.Ports;
using EidAgent.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EidAgent.Commands;

/// <summary><c>hold-port</c>: the system part for computers with several users, started by the system and not by a person. See docs/decisions/0003-several-users.md.</summary>
internal static class HoldPortCommand
{
    private const int Backlog = 512;

    /// <summary>The command.</summary>
    /// <param name="sockets">What the service manager handed over.</param>
    public static Command Create(InheritedSockets sockets)
    {
        var port = CommandOptions.Port("Port on 127.0.0.1; websites expect the default one.");
        var places = new Option<string>("--users")
        {
            Description = "Root's folder with one folder for each user who is logged in.",
            HelpName = "DIR",
            DefaultValueFactory = _ => PortPlaces.Folder,
        };
        var command = new Command("hold-port", "For the system: holds the port and passes each connection to the agent of the user who made it.") { port, places };
        command.SetAction((arguments, _) => RunAsync(sockets, arguments.GetValue(port), arguments.GetValue(places)!));
        return command;
    }

    private static async Task<int> RunAsync(InheritedSockets sockets, int port, string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            await Console.Error.WriteLineAsync("hold-port is for Linux.");
            return (int)ExitCode.Usage;
        }

        using (var place = PortPlaces.HoldFolder(folder))
        {
            if (place is null)
            {
                await Console.Error.WriteLineAsync($"--users: {folder} must be a folder of root in which nobody else may write.");
                return (int)ExitCode.Usage;
            }
        }

        if (sockets.Problem is not null)
        {
            await Console.Error.WriteLineAsync("The socket that was handed over cannot be used.");
            return (int)ExitCode.SocketRefused;
        }

        if (Listen(sockets, port) is not { } socket)
        {
            await Console.Error.WriteLineAsync($"Port {port} is taken by another program. Stop it, or choose another with --port.");
            return (int)ExitCode.PortTaken;
        }

        using var listening = socket;
        using var logging = LoggerFactory.Create(builder => builder
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        var log = logging.CreateLogger<PortKeeper>();
        using var interruption = new Interruption();
        PortLog.Holding(log);
        await Console.Out.WriteLineAsync($"The port is held on http://{socket.LocalEndPoint}/");
        using var keeper = new PortKeeper(socket, new AgentDoors(folder, TimeProvider.System), LinuxPeer.UserOf, TimeProvider.System, log);
        await keeper.RunAsync(interruption.Token);
        return (int)ExitCode.Done;
    }

    // The service manager's, which outlives us; without it one of our own.
    private static Socket? Listen(InheritedSockets sockets, int port)
    {
        if (sockets.Sockets.FirstOrDefault(socket => socket.Kind == InheritedSocketKind.Loopback) is { } inherited)
        {
            return new Socket(new SafeSocketHandle(inherited.Descriptor, ownsHandle: true));
        }

        var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            own.Bind(new IPEndPoint(IPAddress.Loopback, port));
            own.Listen(Backlog);
            return own;
        }
        catch (SocketException)
        {
            own.Dispose();
            return null;
        }
    }
}
