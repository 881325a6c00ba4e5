using EidAuth.Testing;
using EidAuth.Testing.Processes;

namespace EidAuth.E2ETests.Display;

/// <summary>An X display with a window manager that nobody looks at, and hands that type.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly TestProcess server;
    private readonly TestProcess windowManager;

    private VirtualDisplay(TestProcess server, string name)
    {
        (this.server, Name) = (server, name);
        windowManager = TestProcess.Start("openbox", [], Environment);
    }

    /// <summary>For example :3.</summary>
    internal string Name { get; }

    /// <summary>What a program needs to show itself here.</summary>
    internal IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["DISPLAY"] = Name,
        ["NO_AT_BRIDGE"] = "1",
        ["WAYLAND_DISPLAY"] = null,
    };

    /// <summary>Starts one on a free number; skips the test where it cannot.</summary>
    internal static async Task<VirtualDisplay> StartAsync(CancellationToken cancellation)
    {
        Require.Programs("Xvfb", "openbox", "xdotool", "import");

        // Descriptor 1 is standard output: the server writes its number there. -noreset: otherwise it starts anew, and drops who is just connecting, whenever
        // the last of its clients goes.
        var server = TestProcess.Start("Xvfb", ["-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-noreset"]);
        try
        {
            while (server.StandardOutput.Length == 0 && server.IsRunning)
            {
                await Task.Delay(20, cancellation);
            }

            Xunit.Assert.True(server.IsRunning, "Xvfb did not start: " + server.StandardError);
            var display = new VirtualDisplay(server, ":" + server.StandardOutput.Trim());
            await display.WaitForWindowManagerAsync(cancellation);
            return display;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a visible window with that text in its title or class, and gives its id.</summary>
    internal async Task<string> WaitForWindowAsync(string name, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var found = await TestProcess.RunAsync("xdotool", ["search", "--onlyvisible", "--class", name], cancellation, Environment);
            if (found.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var window, ..])
            {
                return window;
            }

            await Task.Delay(100, cancellation);
        }

        throw new TimeoutException($"no window of {name}");
    }

    /// <summary>No visible window of that class any more.</summary>
    internal async Task WaitForNoWindowAsync(string name, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var found = await TestProcess.RunAsync("xdotool", ["search", "--onlyvisible", "--class", name], cancellation, Environment);
            if (found.StandardOutput.Length == 0)
            {
                return;
            }

            await Task.Delay(100, cancellation);
        }

        throw new TimeoutException($"the window of {name} stays");
    }

    /// <summary>Activates a window and types, then Return.</summary>
    internal async Task TypeAsync(string window, string text, CancellationToken cancellation)
    {
        var typed = await TestProcess.RunAsync(
            "xdotool", ["windowactivate", "--sync", window, "type", "--delay", "30", text], cancellation, Environment);
        Assert(typed);
        Assert(await TestProcess.RunAsync("xdotool", ["key", "Return"], cancellation, Environment));
    }

    /// <summary>A picture of the whole screen, PNG.</summary>
    internal async Task<byte[]> ScreenshotAsync(CancellationToken cancellation)
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert(await TestProcess.RunAsync("import", ["-window", "root", "png:" + file], cancellation, Environment));
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await windowManager.DisposeAsync();
        await server.DisposeAsync();
    }

    // A window that is mapped while the window manager starts may stay hidden. Only a window manager tells how many desktops there are.
    private async Task WaitForWindowManagerAsync(CancellationToken cancellation)
    {
        while ((await TestProcess.RunAsync("xdotool", ["get_num_desktops"], cancellation, Environment)).ExitCode != 0)
        {
            Xunit.Assert.True(windowManager.IsRunning, "openbox did not start: " + windowManager.StandardError);
            await Task.Delay(50, cancellation);
        }
    }

    private static void Assert(ProcessResult result) => Xunit.Assert.True(result.ExitCode == 0, result.All);
}
