using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using EidAgent.Peer;
using EidAgent.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EidAgent.Commands;

/// <summary><c>hold-port</c>: the system part for computers with several users, started by the system and not by a person. See docs/decisions/0003-several-users.md.</summary>
internal static class HoldPortCommand
{
    private const int Backlog = 512;

    public static Command Create()
    {
        var port = CommandOptions.Port("Port on 127.0.0.1; websites expect the default one.");
        var places = new Option<string>("--users")
        {
            Description = "Root's folder with one folder for each user who is logged in.",
            HelpName = "DIR",
            DefaultValueFactory = _ => PortPlaces.Folder,
        };
        var command = new Command("hold-port", "For the system: holds the port and passes each connection to the agent of the user who made it.") { port, places };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(port), arguments.GetValue(places)!));
        return command;
    }

    private static async Task<int> RunAsync(int port, string folder)
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

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(Backlog);
        }
        catch (SocketException)
        {
            await Console.Error.WriteLineAsync($"Port {port} is taken by another program. Stop it, or choose another with --port.");
            return (int)ExitCode.Usage;
        }

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
}
