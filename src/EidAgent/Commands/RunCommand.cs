using System.CommandLine;
using EidAgent.Commands.Texts;
using EidAgent.Hosting;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Tracing;
using EidAuth.PcSc;
using Microsoft.Extensions.Hosting;

namespace EidAgent.Commands;

/// <summary><c>run</c>: serves logins until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var port = CommandOptions.Port("Port on 127.0.0.1; websites expect the default one.");
        var testAnchors = CommandOptions.TestAnchors();
        var forgetCards = new Option<bool>("--forget-cards")
        {
            Description = "Read every card anew. Otherwise the certificates of cards that logged in are remembered for an hour, in memory.",
        };
        var handed = new Option<string?>("--handed")
        {
            Description = "The Unix socket on which the system part hands connections over, where it holds the port. Default: this user's own, once the system part is installed.",
            HelpName = "PATH",
        };
        var traceFile = CommandOptions.TraceApdu();
        var command = new Command("run", "Waits for websites that ask for a login.") { port, testAnchors, forgetCards, handed, traceFile };
        command.SetAction((arguments, cancellation) =>
        {
            var options = new AgentOptions
            {
                Port = arguments.GetValue(port),
                TestAnchors = TestTrust.Folder(arguments.GetValue(testAnchors)),
                RememberCards = !arguments.GetValue(forgetCards),
                HandedAt = arguments.GetValue(handed) ?? PortPlaces.OwnDoor(arguments.GetValue(port)),
            };
            return RunAsync(options, arguments.GetValue(traceFile), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(AgentOptions options, string? traceFile, CancellationToken cancellation)
    {
        // The site judges the path; a folder that names no root is a mistake to be told here already.
        if (TestTrust.Anchors(options.TestAnchors, Console.Error) is null)
        {
            return (int)ExitCode.Usage;
        }

        if (!TraceOpening.TryOpen(traceFile, CommandTexts.In(CommandLanguage.Of(null)), Console.Error, out var trace))
        {
            return (int)ExitCode.FileNotWritten;
        }

        using var closing = trace;
        var readers = TracedReaders.Around(new PcscResourceManager(), trace, TimeProvider.System);
        await using var agent = AgentHost.Build(options with { TracesCommands = trace is not null }, readers, PinPrompts.ForThisMachine(), TimeProvider.System);
        if (trace is not null)
        {
            trace.Ended = end => AgentLog.CommandTraceEnded(agent.Logger, end);
        }

        try
        {
            await agent.StartAsync(cancellation);
        }
        catch (IOException refused)
        {
            await Console.Error.WriteLineAsync(options.HandedAt is not null ? refused.Message : $"Port {options.Port} is taken: another agent runs already, or another program holds the port. Stop it, or choose another with --port.");
            return (int)ExitCode.Usage;
        }

        await Console.Out.WriteLineAsync($"The eID agent listens on {agent.Urls.Single()}/");
        await agent.WaitForShutdownAsync(cancellation);
        return (int)ExitCode.Done;
    }
}
