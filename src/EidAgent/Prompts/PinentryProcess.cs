using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EidAgent.Prompts;

/// <summary>A running pinentry: our own child, which ends with us, with no more environment than a window needs.</summary>
internal sealed partial class PinentryProcess : IAsyncDisposable
{
    // What a window or a terminal screen needs; above all not LISTEN_FDS, and nothing of the shell's or the agent's own.
    private static readonly string[] Kept =
    [
        "PATH", "HOME", "TMPDIR", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS",
        "XDG_CONFIG_HOME", "XCURSOR_SIZE", "XCURSOR_THEME", "GDK_SCALE", "GDK_DPI_SCALE", "QT_SCALE_FACTOR", "QT_QPA_PLATFORMTHEME",
        "TERMINFO",

        // Screen readers, high contrast, large letters.
        "NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS", "GTK_MODULES", "GTK2_RC_FILES", "GTK_THEME", "QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_FONT_DPI",
        "QT_SCREEN_SCALE_FACTORS", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_STYLE_OVERRIDE",
    ];

    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(1);

    private readonly BoundProcess child;
    private readonly Process process;
    private readonly ProcessFamily family;
    private readonly TimeProvider clock;
    private readonly bool drawsOnTerminal;
    private readonly Task drained;

    // Never disposed: the process may end at any time.
    private readonly CancellationTokenSource gone;

    private PinentryProcess(BoundProcess child, ProcessFamily family, bool drawsOnTerminal, TimeProvider clock)
    {
        (this.child, process, this.family, this.drawsOnTerminal, this.clock) = (child, child.Process, family, drawsOnTerminal, clock);
        gone = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        process.Exited += (_, _) => gone.CancelAfter(PatienceAtTheEnd);
        process.EnableRaisingEvents = true;
        drained = DrainAsync(process.StandardError.BaseStream);
        Connection = new AssuanConnection(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
    }

    public AssuanConnection Connection { get; }

    /// <summary>Fires a moment after the program ended. Its pipes do not tell when a child of it holds them.</summary>
    public CancellationToken Gone => gone.Token;

    /// <summary>Starts it; null when it cannot be started.</summary>
    public static PinentryProcess? Start(PinentryProgram program, TimeProvider clock)
    {
        var start = new ProcessStartInfo(program.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(program.Path),
        };
        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["LC_ALL"] = PinentryPrompt.Locale;
        start.Environment["TERM"] = program.TerminalType;
        start.Environment["DISPLAY"] = program.Display;
        start.Environment["DBUS_SESSION_BUS_ADDRESS"] = program.SessionBus;
        var family = new ProcessFamily();
        family.Mark(start.Environment);

        try
        {
            return new PinentryProcess(BoundProcess.Start(start, program.Setpriv), family, program.Terminal is not null, clock);
        }
        catch (Exception unusable) when (unusable is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Says BYE and gives it a moment to go by itself; <see cref="DisposeAsync"/> ends it otherwise.</summary>
    public async Task LeaveAsync()
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd, clock);
        try
        {
            await Connection.SendAsync("BYE", patience.Token);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Ends the process if it still runs, and with it the window.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited && drawsOnTerminal && !OperatingSystem.IsWindows())
        {
            // A curses screen gives the terminal back on SIGTERM; killed outright it would leave echo off.
            _ = Signal(process.Id, 15);
            await GoneAsync();
        }

        if (!process.HasExited)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                await GoneAsync();
            }
            catch (Exception gone) when (gone is Win32Exception or InvalidOperationException or AggregateException)
            {
                // It ended by itself in between.
            }
        }

        // Whatever it left behind holds its pipes, and perhaps a window.
        family.End();
        Connection.Dispose();
        await Task.WhenAll(CloseAsync(process.StandardInput.BaseStream), CloseAsync(process.StandardOutput.BaseStream), CloseAsync(process.StandardError.BaseStream));
        process.Dispose();
        child.Dispose();
        await drained.WaitAsync(PatienceAtTheEnd, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task GoneAsync()
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd, clock);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task CloseAsync(Stream pipe)
    {
        try
        {
            await pipe.DisposeAsync();
        }
        catch (IOException)
        {
            // What was still to be written has no reader any more.
        }
    }

    // Toolkits chatter on standard error; nobody reads it, but a full pipe would stop them.
    private static async Task DrainAsync(Stream chatter)
    {
        var dropped = new byte[1024];
        try
        {
            while (await chatter.ReadAsync(dropped) > 0)
            {
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
