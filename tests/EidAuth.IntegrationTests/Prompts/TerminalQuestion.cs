using System.Runtime.CompilerServices;
using System.Text;
using EidAgent.Prompts;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>
/// The prompt needs a process whose own terminal it is. This test program is started again inside a terminal, with a variable that makes it ask once, write
/// the answer to a file and end before any test runs.
/// </summary>
internal static class TerminalQuestion
{
    /// <summary>Names the file that the answer is written to.</summary>
    public const string Variable = "EIDAUTH_TERMINAL_ANSWER";

    /// <summary>Seconds until a terminal that nobody touches is given up; without it as long as always.</summary>
    public const string Untouched = "EIDAUTH_TERMINAL_UNTOUCHED";

    [ModuleInitializer]
    internal static void AskIfStartedForIt()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } answer)
        {
            Ask(answer);
            Environment.Exit(0);
        }
    }

    // On this thread alone: until a module initializer has ended, every other thread that enters the module waits for it.
    private static void Ask(string answer)
    {
        File.WriteAllText(answer + ".pid", $"{Environment.ProcessId}");
        using var cancel = new CancellationTokenSource();
        var asking = new TerminalPrompt(TimeProvider.System, Times()).AskAsync(FakePinentry.Question(triesLeft: 1, language: "nl"), cancel.Token);
        while (!asking.Wait(50, CancellationToken.None))
        {
            if (File.Exists(answer + ".cancel"))
            {
                cancel.Cancel();
            }
        }

        using var entry = asking.GetAwaiter().GetResult();
        File.WriteAllText(answer + ".new", $"{entry.Outcome} {Encoding.ASCII.GetString(entry.Digits)}");
        File.Move(answer + ".new", answer);
    }

    private static PromptTimes Times() => int.TryParse(Environment.GetEnvironmentVariable(Untouched), out var seconds)
        ? PromptTimes.Default with { Untouched = TimeSpan.FromSeconds(seconds) }
        : PromptTimes.Default;
}
