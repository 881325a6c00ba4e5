using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A D-Bus of a desktop of its own. What it starts by itself, such as the dialog of -gnome3, opens on that display.</summary>
internal sealed class SessionBus : IAsyncDisposable
{
    private readonly TestProcess daemon;
    private readonly DirectoryInfo home;

    private SessionBus(TestProcess daemon, DirectoryInfo home, string address) => (this.daemon, this.home, Address) = (daemon, home, address);

    public string Address { get; }

    public static async Task<SessionBus> StartAsync(VirtualDisplay display)
    {
        Require.Programs("dbus-daemon");
        var home = Directory.CreateTempSubdirectory("eid-bus-");
        var daemon = TestProcess.Start(
            "dbus-daemon",
            ["--session", "--nofork", "--print-address=1", $"--address=unix:path={home.FullName}/bus"],
            new Dictionary<string, string?>
            {
                ["DISPLAY"] = display.Name,
                ["HOME"] = home.FullName,
                ["XDG_RUNTIME_DIR"] = home.FullName,
                ["NO_AT_BRIDGE"] = "1",
                ["WAYLAND_DISPLAY"] = null,
            });
        var address = await daemon.WaitForLineAsync("unix:", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return new SessionBus(daemon, home, address.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        await daemon.DisposeAsync();
        home.Delete(recursive: true);
    }
}
