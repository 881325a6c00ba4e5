using System.CommandLine;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Pki;
using Microsoft.Extensions.Hosting;

namespace EidAgent.Commands;

/// <summary><c>run</c>: serves logins until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>Names a folder of test roots for all programs of a session.</summary>
    private const string TestAnchorsVariable = "EIDAUTH_TEST_ANCHORS";

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
        var testAnchors = new Option<string?>("--test-anchors")
        {
            Description = $"Folder of test roots; prints TEST TRUST everywhere. Also {TestAnchorsVariable}.",
            HelpName = "DIR",
        };
        var forgetCards = new Option<bool>("--forget-cards")
        {
            Description = "Read every card anew. Otherwise the certificates of cards that logged in are remembered for an hour, in memory.",
        };
        var command = new Command("run", "Waits for websites that ask for a login.") { port, testAnchors, forgetCards };
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetValue(port), arguments.GetValue(testAnchors) ?? FromEnvironment(), arguments.GetValue(forgetCards), cancellation));
        return command;
    }

    private static string? FromEnvironment() => Environment.GetEnvironmentVariable(TestAnchorsVariable) is { Length: > 0 } folder ? folder : null;

    private static async Task<int> RunAsync(int port, string? testAnchors, bool forgetCards, CancellationToken cancellation)
    {
        try
        {
            // The site judges the path; a folder that names no root is a mistake to be told here already.
            _ = testAnchors is null ? TrustAnchors.Belgium : TrustAnchors.FromTestFolder(testAnchors);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"--test-anchors (or {TestAnchorsVariable}): {exception.Message}");
            return 1;
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
            return 1;
        }

        await Console.Out.WriteLineAsync($"The eID agent listens on {agent.Urls.Single()}/");
        await agent.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
