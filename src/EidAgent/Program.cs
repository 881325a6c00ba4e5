using System.CommandLine;
using EidAgent.Commands;

var root = new RootCommand("The citizen's program: logs in to websites with a Belgian eID card.")
{
    RunCommand.Create(),
    ReadersCommand.Create(),
};

// The host ends the agent on Ctrl-C and SIGTERM, and takes the time to reset the card; without this the parser would cut that short.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
