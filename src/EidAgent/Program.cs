using System.CommandLine;
using EidAgent.Commands;
using EidAgent.Service;

// First of all, before anything can start a program that would inherit them.
var sockets = InheritedSockets.Take();

// How a service manager starts it, while a website waits: nothing is said that a parser could read.
if (args is [ProgramCommands.Run])
{
    return await RunCommand.RunAsync(new RunLine(), sockets, CancellationToken.None);
}

var command = ProgramCommands.For(args, sockets).Parse(args);
if (PinCommand.IsMistyped(command))
{
    return (int)PinCommand.Mistyped(Console.Error);
}

// Each command ends on Ctrl-C and SIGTERM by itself, and takes the time to reset the card; without this the parser would cut that short.
return await command.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
