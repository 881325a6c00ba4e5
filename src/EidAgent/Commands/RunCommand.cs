using System.CommandLine;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.PcSc;
using Microsoft.Extensions.Hosting;

namespace EidAgent.Commands;

/// <summary><c>run</c>: serves logins until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; websites expect the default one. 0 takes a free one.",
            DefaultValueFactory = _ => LoginFormat.AgentPort,
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port is a number from 0 to 65535.");
            }
        });
        var testAnchors = CommandOptions.TestAnchors();
        var forgetCards = new Option<bool>("--forget-cards")
        {
            Description = "Read every card anew. Otherwise the certificates of cards that logged in are remembered for an hour, in memory.",
        };
        var command = new Command("run", "Waits for websites that ask for a login.") { port, testAnchors, forgetCards };
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(port), TestTrust.Folder(arguments.GetValue(testAnchors)), arguments.GetValue(forgetCards), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int port, string? testAnchors, bool forgetCards, CancellationToken cancellation)
    {
        // The site judges the path; a folder that names no root is a mistake to be told here already.
        if (TestTrust.Anchors(testAnchors, Console.Error) is null)
        {
            return (int)ExitCode.Usage;
        }

        var options = new AgentOptions { Port = port, TestAnchors = testAnchors, RememberCards = !forgetCards };
        await using var agent = AgentHost.Build(options, new PcscResourceManager(), PinPrompts.ForThisMachine(), TimeProvider.System);
        try
        {
            await agent.StartAsync(cancellation);
        }
        catch (IOException)
        {
            await Console.Error.WriteLineAsync($"Port {port} is taken: another agent runs already, or another program holds the port. Stop it, or choose another with --port.");
            return (int)ExitCode.Usage;
        }

        await Console.Out.WriteLineAsync($"The eID agent listens on {agent.Urls.Single()}/");
        await agent.WaitForShutdownAsync(cancellation);
        return (int)ExitCode.Done;
    }
}
