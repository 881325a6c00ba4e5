using System.CommandLine;
using EidAgent.Commands.Texts;
using System.Globalization;
using System.Net.Sockets;
using EidAgent.Data;
using System.Runtime.InteropServices;
using EidAgent.Hosting;
using EidAgent.Ports;
using EidAgent.Prompts;
using EidAgent.Service;
using EidAgent.Service.Texts;
using EidAgent.Tracing;
using EidAuth.PcSc;
using Microsoft.Extensions.Hosting;

namespace EidAgent.Commands;

/// <summary><c>run</c>: serves logins until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    /// <param name="run">Does what the command line says.</param>
    public static Command Create(Func<RunLine, CancellationToken, Task<int>> run)
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
        var idle = IdleOption();
        var log = new Option<LogForm?>("--log")
        {
            Description = "The log on standard error as text or as JSON, one object a line. Default: text.",
            HelpName = "text|json",
            CustomParser = CommandOptions.Word("--log is text or json.", LogForm.Text, LogForm.Json),
        };
        var command = new Command("run", "Waits for websites that ask for a login.") { port, testAnchors, forgetCards, handed, traceFile, idle, log };
        command.SetAction((arguments, cancellation) => run(
            new RunLine
            {
                Port = arguments.GetValue(port),
                TestAnchors = arguments.GetValue(testAnchors),
                ForgetCards = arguments.GetValue(forgetCards),
                Handed = arguments.GetValue(handed),
                TraceFile = arguments.GetValue(traceFile),
                IdleTime = TimeSpan.FromSeconds(arguments.GetValue(idle)),
                Log = arguments.GetValue(log) ?? LogForm.Text,
            },
            cancellation));
        return command;
    }

    /// <summary>Runs until it is told to stop; the program's exit code.</summary>
    /// <param name="line">What the command line says.</param>
    /// <param name="sockets">What whoever started the program handed over.</param>
    /// <param name="cancellation">Stops it too.</param>
    public static Task<int> RunAsync(RunLine line, InheritedSockets sockets, CancellationToken cancellation)
    {
        var options = new AgentOptions
        {
            Port = line.Port,
            TestAnchors = TestTrust.Folder(line.TestAnchors),
            RememberCards = !line.ForgetCards,
            DataFolder = KeptFiles.UsualFolder(),
            LogsJson = line.Log == LogForm.Json,
            HandedAt = sockets.Sockets.Count > 0 ? null : line.Handed ?? PortPlaces.OwnDoor(line.Port),
            IdleTime = line.IdleTime,
            Sockets = sockets.Sockets,
        };
        return RunAsync(options, sockets.Problem, line.TraceFile, cancellation);
    }

    private static Option<int> IdleOption()
    {
        var idle = new Option<int>("--idle")
        {
            Description = "Started by a connection, the agent ends after so many seconds in which nobody uses it; the next connection starts it again.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => (int)new AgentOptions().IdleTime.TotalSeconds,
        };
        CommandOptions.Bound(idle, 1, 86400, "number of seconds");
        return idle;
    }

    private static async Task<int> RunAsync(AgentOptions options, SocketProblem? problem, string? traceFile, CancellationToken cancellation)
    {
        // Made when there is something to say.
        static ServiceTexts Texts() => ServiceTexts.In(CommandLanguage.Of(null));
        if (problem is { } refused)
        {
            await Console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, Texts().SocketRefused, Texts().SocketProblems[refused]));
            return (int)ExitCode.SocketRefused;
        }

        // The site judges the path; a folder that names no root is a mistake to be told here already.
        if (options.TestAnchors is not null && TestTrust.Anchors(options.TestAnchors, Console.Error) is null)
        {
            return (int)ExitCode.Usage;
        }

        ApduTrace? trace = null;
        if (traceFile is not null && !TraceOpening.TryOpen(traceFile, CommandTexts.In(CommandLanguage.Of(null)), Console.Error, out trace))
        {
            return (int)ExitCode.FileNotWritten;
        }

        using var closing = trace;
        var readers = TracedReaders.Around(new PcscResourceManager(), trace, TimeProvider.System);
        await using var agent = AgentHost.Build(options with { TracesCommands = trace is not null }, readers, new LatePrompt(() => PinPrompts.ForThisMachine()), TimeProvider.System);
        if (trace is not null)
        {
            trace.Ended = end => AgentLog.CommandTraceEnded(agent.Logger, end);
        }

        // A session that ends says so by SIGHUP; the host itself hears SIGINT and SIGTERM. From here on: whoever finds the port open may end the session at once.
        using var hangup = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            agent.Lifetime.StopApplication();
        });
        try
        {
            await agent.StartAsync(cancellation);
        }
        catch (OperationCanceledException) when (agent.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return (int)ExitCode.Done;
        }
        catch (Exception place) when (place is HandedDoorException or SocketException)
        {
            return (int)ListenRefusal.Tell(place, options, CommandLanguage.Of(null), Console.Error);
        }
        catch (IOException)
        {
            return (int)PortTaken.Tell(PortHolder.Find(options.Port), options.Port, Texts(), Console.Error);
        }

        foreach (var address in agent.Urls)
        {
            await Console.Out.WriteLineAsync($"The eID agent listens on {address}/");
        }

        await agent.WaitForShutdownAsync(cancellation);
        return (int)ExitCode.Done;
    }
}
