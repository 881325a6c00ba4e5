using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>An X server without a screen, with a display number of its own.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly TestProcess server;

    private VirtualDisplay(TestProcess server, string name) => (this.server, Name) = (server, name);

    /// <summary>For example :3.</summary>
    public string Name { get; }

    public static async Task<VirtualDisplay> StartAsync()
    {
        Require.Programs("Xvfb", "xdotool");
        // -noreset: a server resets itself when its last client leaves, and drops one that is just arriving.
        var server = TestProcess.Start("Xvfb", ["-displayfd", "1", "-noreset", "-screen", "0", "900x600x24", "-nolisten", "tcp"]);
        var number = await server.WaitForLineAsync("", TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return new VirtualDisplay(server, ":" + number.Trim());
    }

    /// <summary>Waits for a window by its title, gives it the keyboard and returns its id.</summary>
    /// <param name="title">A part of the title.</param>
    /// <param name="after">The id of a window that is still closing.</param>
    public async Task<string> FocusAsync(string title, string? after = null)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if ((await FindAsync(title)).FirstOrDefault(id => id != after) is { } found)
            {
                await XdotoolAsync("windowfocus", "--sync", found);
                return found;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(30), $"no window {title}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public Task TypeAsync(string text) => XdotoolAsync("type", "--delay", "40", text);

    public Task PressAsync(string key) => XdotoolAsync("key", key);

    /// <summary>How many windows with this title there are now.</summary>
    public async Task<int> CountAsync(string title) => (await FindAsync(title)).Length;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<string[]> FindAsync(string title) =>
        (await RunAsync("xdotool", "search", "--onlyvisible", "--name", title)).StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task XdotoolAsync(params string[] arguments)
    {
        var result = await RunAsync("xdotool", arguments);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private Task<ProcessResult> RunAsync(string program, params string[] arguments) =>
        TestProcess.RunAsync(program, arguments, TestContext.Current.CancellationToken, new Dictionary<string, string?> { ["DISPLAY"] = Name });
}
