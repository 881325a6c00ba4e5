using System.CommandLine;
using EidAgent.Service;

namespace EidAgent.Commands;

/// <summary>
/// The program's commands. A command line that begins with the name of one is parsed with that one alone: the others, with all their options and texts, would be made for nothing, and a start that a website
/// waits for is to be short. What is said of such a line, its help included, is the same.
/// </summary>
internal static class ProgramCommands
{
    /// <summary>The command that a service manager starts. Alone it has nothing to be read.</summary>
    public const string Run = "run";

    /// <summary>In the order of <c>--help</c>.</summary>
    /// <param name="sockets">What whoever started the program handed over.</param>
    public static ProgramCommand[] All(InheritedSockets sockets) =>
    [
        new(Run, () => RunCommand.Create((line, cancellation) => RunCommand.RunAsync(line, sockets, cancellation))),
        new("read", ReadCommand.Create),
        new("readers", ReadersCommand.Create),
        new("pin", PinCommand.Create),
        new("record", RecordCommand.Create),
        new("doctor", DoctorCommand.Create),
        new("hold-port", () => HoldPortCommand.Create(sockets)),
        new("sites", SitesCommand.Create),
        new("diary", DiaryCommand.Create),
        new("install", InstallCommand.Create),
        new("uninstall", UninstallCommand.Create),
        new("status", StatusCommand.Create),
    ];

    /// <summary>What this command line is parsed with.</summary>
    public static RootCommand For(IReadOnlyList<string> arguments, InheritedSockets sockets)
    {
        foreach (var command in All(sockets))
        {
            if (arguments.Count > 0 && arguments[0] == command.Name)
            {
                return new RootCommand { command.Create() };
            }
        }

        return Whole(sockets);
    }

    /// <summary>All of them.</summary>
    internal static RootCommand Whole(InheritedSockets sockets)
    {
        var root = new RootCommand("The citizen's program: logs in to websites with a Belgian eID card, and reads it. " + ExitCodes.Explained);
        foreach (var command in All(sockets))
        {
            root.Add(command.Create());
        }

        return root;
    }
}
