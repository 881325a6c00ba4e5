using System.CommandLine;
using EidAgent.Commands.Texts;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAgent.Tracing;
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
        var traceFile = CommandOptions.TraceApdu();
        var command = new Command("run", "Waits for websites that ask for a login.") { port, testAnchors, forgetCards, traceFile };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(port), TestTrust.Folder(arguments.GetValue(testAnchors)), arguments.GetValue(forgetCards), arguments.GetValue(traceFile), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int port, string? testAnchors, bool forgetCards, string? traceFile, CancellationToken cancellation)
    {
        // The site judges the path; a folder that names no root is a mistake to be told here already.
        if (TestTrust.Anchors(testAnchors, Console.Error) is null)
        {
            return (int)ExitCode.Usage;
        }

        if (!TraceOpening.TryOpen(traceFile, CommandTexts.In(CommandLanguage.Of(null)), Console.Error, out var trace))
        {
            return (int)ExitCode.FileNotWritten;
        }

        using var closing = trace;
        var options = new AgentOptions { Port = port, TestAnchors = testAnchors, RememberCards = !forgetCards, TracesCommands = trace is not null };
        var readers = TracedReaders.Around(new PcscResourceManager(), trace, TimeProvider.System);
        await using var agent = AgentHost.Build(options, readers, PinPrompts.ForThisMachine(), TimeProvider.System);
        if (trace is not null)
        {
            trace.Ended = end => AgentLog.CommandTraceEnded(agent.Logger, end);
        }

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
