using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A terminal in which this test program runs <see cref="TerminalQuestion"/>.</summary>
internal sealed class AskedTerminal : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private AskedTerminal(DirectoryInfo folder, Terminal terminal, string before) => (this.folder, Terminal, Before) = (folder, terminal, before);

    public Terminal Terminal { get; }

    /// <summary>The line settings before the question.</summary>
    public string Before { get; }

    private string Answer => Path.Combine(folder.FullName, "answer");

    /// <summary>Opens one and asks.</summary>
    /// <param name="untouched">Seconds until it is given up, or as long as always.</param>
    public static async Task<AskedTerminal> OpenAsync(int? untouched = null)
    {
        var folder = Directory.CreateTempSubdirectory("eid-terminal-");
        var program = typeof(TerminalQuestion).Assembly.Location;

        // The shell stays: the terminal is looked at after the program has ended.
        var terminal = await Terminal.OpenAsync(
            "sh", "-c", $"cd '{folder.FullName}'; while [ ! -e go ]; do sleep 0.05; done; {TerminalQuestion.Untouched}={untouched} {TerminalQuestion.Variable}=$PWD/answer dotnet exec '{program}'; exec sleep 600");
        var asked = new AskedTerminal(folder, terminal, await terminal.SettingsAsync());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "go"), "", TestContext.Current.CancellationToken);
        return asked;
    }

    public async Task<string> AnswerAsync()
    {
        await Terminal.UntilFileAsync(Answer);
        return await File.ReadAllTextAsync(Answer, TestContext.Current.CancellationToken);
    }

    public Task CancelAsync() => File.WriteAllTextAsync(Answer + ".cancel", "", TestContext.Current.CancellationToken);

    /// <summary>SIGTERM, then waits for the end.</summary>
    public async Task TerminateAsync()
    {
        var id = await File.ReadAllTextAsync(Answer + ".pid", TestContext.Current.CancellationToken);
        await TestProcess.RunAsync("kill", ["-TERM", id], TestContext.Current.CancellationToken);
        while (Directory.Exists($"/proc/{id}"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Terminal.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
