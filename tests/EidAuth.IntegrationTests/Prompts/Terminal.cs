using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A terminal of 80 by 24 that a test types into and reads (tmux with a socket of its own).</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private Terminal(DirectoryInfo folder) => this.folder = folder;

    private string Socket => Path.Combine(folder.FullName, "tmux");

    /// <summary>Opens one that runs a command.</summary>
    public static async Task<Terminal> OpenAsync(params string[] command)
    {
        Require.Programs("tmux");
        var terminal = new Terminal(Directory.CreateTempSubdirectory("eid-tmux-"));
        var ready = Path.Combine(terminal.folder.FullName, "ready");
        await terminal.TmuxAsync(["new-session", "-d", "-x", "80", "-y", "24", "--", "sh", "-c", ": >\"$0\"; exec \"$@\"", ready, .. command]);

        // tmux sets the line after its fork, just before it becomes the command.
        await terminal.UntilFileAsync(ready);
        return terminal;
    }

    /// <summary>Waits until what runs in it has written a file.</summary>
    public async Task UntilFileAsync(string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (!File.Exists(path))
        {
            Assert.False(patience.IsCancellationRequested, await ScreenAsync());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>For example /dev/pts/3.</summary>
    public async Task<string> NameAsync() => (await TmuxAsync("display-message", "-p", "#{pane_tty}")).Trim();

    /// <summary>The process that was started in it.</summary>
    public async Task<int> ProcessAsync() => int.Parse(await TmuxAsync("display-message", "-p", "#{pane_pid}"), System.Globalization.CultureInfo.InvariantCulture);

    public Task<string> ScreenAsync() => TmuxAsync("capture-pane", "-p");

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public Task PressAsync(string key) => TmuxAsync("send-keys", key);

    /// <summary>The line settings, as <c>stty -a</c> prints them.</summary>
    public async Task<string> SettingsAsync()
    {
        var result = await TestProcess.RunAsync("stty", ["-a", "-F", await NameAsync()], TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.All);
        return result.StandardOutput;
    }

    public async Task<string> WaitForAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (true)
        {
            var screen = await ScreenAsync();
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.False(patience.IsCancellationRequested, $"no \"{text}\" on the screen:\n{screen}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await TestProcess.RunAsync("tmux", ["-S", Socket, "kill-server"], CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private async Task<string> TmuxAsync(params string[] arguments)
    {
        var result = await TestProcess.RunAsync(
            "tmux", ["-S", Socket, "-f", "/dev/null", "-u", .. arguments], TestContext.Current.CancellationToken, new Dictionary<string, string?> { ["TMUX"] = null });
        Assert.True(result.ExitCode == 0, result.All);
        return result.StandardOutput;
    }
}
