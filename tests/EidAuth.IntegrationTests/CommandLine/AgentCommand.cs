using EidAgent.Hosting;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The agent's program, as a person starts it.</summary>
internal static class AgentCommand
{
    internal static string Program => typeof(AgentOptions).Assembly.Location;

    /// <summary>Runs a command to its end.</summary>
    internal static Task<ProcessResult> RunAsync(PrivatePcscd pcscd, string? testAnchors, params string[] arguments) =>
        TestProcess.RunAsync("dotnet", ["exec", Program, .. arguments], TestContext.Current.CancellationToken, Environment(pcscd, testAnchors));

    /// <summary>Starts one that goes on.</summary>
    internal static TestProcess Start(PrivatePcscd pcscd, params string[] arguments) =>
        TestProcess.Start("dotnet", ["exec", Program, .. arguments], Environment(pcscd, null));

    internal static Dictionary<string, string?> Environment(PrivatePcscd pcscd, string? testAnchors) => new()
    {
        ["PCSCLITE_CSOCK_NAME"] = pcscd.SocketPath,
        ["EIDAUTH_TEST_ANCHORS"] = testAnchors,
        ["LC_ALL"] = null,
        ["LC_MESSAGES"] = null,
        ["LANG"] = "nl_BE.UTF-8",
        ["DISPLAY"] = null,
        ["WAYLAND_DISPLAY"] = null,
    };
}
