using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>An X server without a screen, with a display number of its own.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly TestProcess server;
    private TestProcess? windowManager;

    private VirtualDisplay(TestProcess server, string name) => (this.server, Name) = (server, name);

    /// <summary>For example :3.</summary>
    public string Name { get; }

    public static async Task<VirtualDisplay> StartAsync()
    {
        Require.Programs("Xvfb", "xdotool");
        // -noreset: a server resets itself when its last client leaves, and drops one that is just arriving.
        // -r: a key that a busy machine releases late is not pressed again and again.
        var server = TestProcess.Start("Xvfb", ["-displayfd", "1", "-noreset", "-r", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        var number = await server.WaitForLineAsync("", TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return new VirtualDisplay(server, ":" + number.Trim());
    }

    /// <summary>One with a window manager, as a desktop has: it decides what is in front and who has the keyboard.</summary>
    public static async Task<VirtualDisplay> StartDesktopAsync()
    {
        Require.Programs("openbox", "xprop");
        var display = await StartAsync();
        await display.UntilAsync("a window manager", async () =>
        {
            // One that found the server not ready yet gives up.
            if (display.windowManager is not { IsRunning: true })
            {
                display.windowManager = TestProcess.Start("openbox", ["--sm-disable"], new Dictionary<string, string?> { ["DISPLAY"] = display.Name });
            }

            return (await display.RunAsync("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")).StandardOutput.Contains("window id", StringComparison.Ordinal);
        });
        return display;
    }

    /// <summary>Waits for a window by its title and returns its id; the keyboard stays where it is.</summary>
    public async Task<string> FindOneAsync(string title)
    {
        string[] found = [];
        await UntilAsync($"a window {title}", async () => (found = await FindAsync(title)).Length > 0);
        return found[0];
    }

    /// <summary>Waits until no window has that title.</summary>
    public Task GoneAsync(string title) => UntilAsync($"no more window {title}", async () => (await FindAsync(title)).Length == 0);

    /// <summary>The window that the window manager calls active, or an empty text.</summary>
    public async Task<string> ActiveAsync() => (await RunAsync("xdotool", "getactivewindow")).StandardOutput.Trim();

    /// <summary>The window that gets the keys.</summary>
    public async Task<string> FocusedAsync() => (await RunAsync("xdotool", "getwindowfocus")).StandardOutput.Trim();

    /// <summary>The window that lies over all others, by its number in decimal.</summary>
    public async Task<string> TopmostAsync()
    {
        var list = (await RunAsync("xprop", "-root", "_NET_CLIENT_LIST_STACKING")).StandardOutput;
        return $"{Convert.ToInt64(list.Trim().Split(' ')[^1], 16)}";
    }

    /// <summary>The process that a window belongs to, as it says itself.</summary>
    public async Task<int> OwnerAsync(string window) =>
        int.Parse((await RunAsync("xdotool", "getwindowpid", window)).StandardOutput, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Position and size.</summary>
    public async Task<(int X, int Y, int Width, int Height)> PlaceAsync(string window)
    {
        var said = (await RunAsync("xdotool", "getwindowgeometry", "--shell", window)).StandardOutput.Split('\n').Select(line => line.Split('=')).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        int Value(string name) => int.Parse(said[name], System.Globalization.CultureInfo.InvariantCulture);
        return (Value("X"), Value("Y"), Value("WIDTH"), Value("HEIGHT"));
    }

    /// <summary>Ends the X server while its clients run.</summary>
    public void Kill() => server.Signal(9);

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

            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(90), $"no window {title}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public Task TypeAsync(string text) => XdotoolAsync("type", "--delay", "40", text);

    public Task PressAsync(string key) => XdotoolAsync("key", key);

    /// <summary>How many windows with this title there are now.</summary>
    public async Task<int> CountAsync(string title) => (await FindAsync(title)).Length;

    public async ValueTask DisposeAsync()
    {
        if (windowManager is not null)
        {
            await windowManager.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    /// <summary>Waits for a condition, at most a minute or two.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(90), $"not seen: {what}. {windowManager?.StandardError}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

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
