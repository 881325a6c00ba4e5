using EidAuth.IntegrationTests.Prompts;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>A terminal in which somebody runs <c>pin</c>.</summary>
internal static class PinTerminal
{
    /// <summary>Runs the command; the shell then says how it ended.</summary>
    internal static Task<Terminal> RunAsync(PrivatePcscd pcscd, bool curses, params string[] arguments)
    {
        var dotnet = Testing.Require.Program("dotnet") ?? "dotnet";

        // Without pinentry on its PATH the agent asks on the terminal itself.
        var path = curses ? "PATH=/usr/bin:/bin" : "PATH=/nonexistent";
        return Terminal.OpenAsync(
            "sh", "-c", $"env -u DISPLAY -u WAYLAND_DISPLAY -u LC_ALL -u LC_MESSAGES {path} LANG=en_US.UTF-8 PCSCLITE_CSOCK_NAME='{pcscd.SocketPath}' "
            + $"'{dotnet}' exec '{AgentCommand.Program}' {string.Join(' ', arguments)}; echo \"ended with $?.\"; exec sleep 600");
    }

    /// <summary>Types an answer and Enter.</summary>
    internal static async Task EnterAsync(this Terminal terminal, string text)
    {
        await terminal.TypeAsync(text);
        await terminal.PressAsync("Enter");
    }

    /// <summary>Waits until a question with that text waits for its PIN; gives what stands on the screen.</summary>
    internal static async Task<string> WaitForQuestionAsync(this Terminal terminal, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var screen = await terminal.ScreenAsync();
            var question = screen[Math.Max(0, screen.LastIndexOf("Belgian eID: PIN", StringComparison.Ordinal))..].TrimEnd();
            if (question.EndsWith("\nPIN:", StringComparison.Ordinal) && question.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.False(patience.IsCancellationRequested, $"no question with \"{text}\" on the screen:\n{screen}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
