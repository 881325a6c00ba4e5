using System.CommandLine;
using EidAgent.Commands;

var root = new RootCommand("The citizen's program: logs in to websites with a Belgian eID card, and reads it. " + ExitCodes.Explained)
{
    RunCommand.Create(),
    ReadCommand.Create(),
    ReadersCommand.Create(),
    PinCommand.Create(),
    RecordCommand.Create(),
    HoldPortCommand.Create(),
};

var command = root.Parse(args);
if (PinCommand.IsMistyped(command))
{
    return (int)PinCommand.Mistyped(Console.Error);
}

// Each command ends on Ctrl-C and SIGTERM by itself, and takes the time to reset the card; without this the parser would cut that short.
return await command.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
