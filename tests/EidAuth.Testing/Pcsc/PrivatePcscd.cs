using System.Globalization;
using EidAuth.Testing.Processes;

namespace EidAuth.Testing.Pcsc;

/// <summary>
/// A real pcscd with the vpcd driver in mount and network namespaces of its own: the machine's pcscd is neither seen nor disturbed, and the driver's port,
/// which listens on all addresses, is reachable only from <see cref="Start"/>ed processes. Clients need no namespace: <see cref="SocketPath"/> is a file.
/// Disposing leaves nothing behind.
/// </summary>
public sealed class PrivatePcscd : IAsyncDisposable
{
    /// <summary>The first reader's port inside the namespace; the second reader listens on the next.</summary>
    public const int VpcdPort = 35963;

    /// <summary>The first reader's name.</summary>
    public const string FirstReader = "Virtual PCD 00 00";

    /// <summary>The second reader's name.</summary>
    public const string SecondReader = "Virtual PCD 00 01";

    private const string Driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Keeper =
        """
        use strict; use IO::Socket::UNIX; use IO::Select; use POSIX ();
        $| = 1; $^F = 9;
        my $held = IO::Socket::UNIX->new(Listen => 128, Local => shift @ARGV) or die "no socket";
        print "keeps\n";
        my $select = IO::Select->new($held);
        while (1) {
          next unless $select->can_read;
          my $child = fork;
          if (!$child) {
            POSIX::dup2(fileno $held, 3);
            $ENV{LISTEN_PID} = $$; $ENV{LISTEN_FDS} = 1;
            exec @ARGV; POSIX::_exit(127);
          }
          print "started $child\n";
          waitpid $child, 0;
        }
        """;

    private readonly DirectoryInfo folder;
    private readonly TestProcess holder;
    private TestProcess? daemon;

    private PrivatePcscd(DirectoryInfo folder, TestProcess holder) => (this.folder, this.holder) = (folder, holder);

    /// <summary>The daemon's socket, seen from outside.</summary>
    public string SocketPath => Path.Combine(folder.FullName, "run", "pcscd.comm");

    /// <summary>What a client of this daemon needs in its environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = SocketPath };

    /// <summary>What the daemon wrote; with its APDU log, where that was asked for.</summary>
    public string Log => daemon is null ? "" : daemon.StandardOutput + daemon.StandardError;

    /// <summary>Starts one and waits until it answers; skips the test where this machine cannot.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="apduLog">Logs every APDU, the PIN block of VERIFY included: for simulated cards only.</param>
    public static async Task<PrivatePcscd> StartAsync(CancellationToken cancellation, bool apduLog = false)
    {
        Require.Programs("unshare", "nsenter", "setpriv", "setsid", "ip", "mount", "pcscd");
        Require.OrSkip(File.Exists(Driver), "the vpcd driver is not installed (vsmartcard-vpcd)");
        var probe = await TestProcess.RunAsync("unshare", [.. Namespaces.Unshare, "mount", "-t", "tmpfs", "tmpfs", "/run"], cancellation);
        Require.OrSkip(probe.ExitCode == 0, "namespaces are not allowed here: " + probe.All);

        var folder = Directory.CreateTempSubdirectory("eidauth-pcscd-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "run"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "no-readers"));
        var readers = Directory.CreateDirectory(Path.Combine(folder.FullName, "readers"));
        await File.WriteAllTextAsync(
            Path.Combine(readers.FullName, "vpcd"),
            $"""
             FRIENDLYNAME "Virtual PCD"
             DEVICENAME /dev/null:{VpcdPort}
             LIBPATH {Driver}
             CHANNELID {VpcdPort}

             """,
            cancellation);

        var pcscd = new PrivatePcscd(folder, Namespaces.Hold(folder.FullName));
        try
        {
            await pcscd.holder.WaitForLineAsync("namespaces ready", Patience, cancellation);
            await pcscd.StartDaemonAsync(cancellation, apduLog);
            return pcscd;
        }
        catch
        {
            await pcscd.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the daemon again after <see cref="StopDaemonAsync"/>; without readers it runs as when none is plugged in.</summary>
    public async Task StartDaemonAsync(CancellationToken cancellation, bool apduLog = false, bool withReaders = true)
    {
        var log = apduLog ? new[] { "--debug", "--apdu" } : [];
        daemon = TestProcess.Start(
            "nsenter",
            [.. Namespaces.Enter(holder.Id, "-m", "-n"), "setpriv", "--pdeathsig", "KILL", "--",
                "pcscd", "--foreground", "-c", Path.Combine(folder.FullName, withReaders ? "readers" : "no-readers"), .. log]);
        for (var waited = TimeSpan.Zero; !File.Exists(SocketPath); waited += TimeSpan.FromMilliseconds(20))
        {
            if (!daemon.IsRunning || waited > Patience)
            {
                throw new InvalidOperationException("pcscd did not start: " + Log);
            }

            await Task.Delay(20, cancellation);
        }
    }

    /// <summary>
    /// From now on the daemon is started as a service manager does it: its socket is held, a connection starts it with the socket as descriptor 3, and without a client it ends by itself. Not
    /// running before somebody connects; <see cref="StopDaemonAsync"/> ends it and gives the socket up.
    /// </summary>
    public async Task HoldSocketAsync(CancellationToken cancellation)
    {
        Require.Programs("perl");
        await StopDaemonAsync();
        daemon = TestProcess.Start(
            "nsenter",
            [.. Namespaces.Enter(holder.Id, "-m", "-n"), "setpriv", "--pdeathsig", "KILL", "--",
                "perl", "-e", Keeper, SocketPath, "setpriv", "--pdeathsig", "KILL", "--", "pcscd", "--foreground", "--auto-exit", "-c", Path.Combine(folder.FullName, "readers")]);
        await daemon.WaitForLineAsync("keeps", Patience, cancellation);
    }

    /// <summary>How often a connection has started the daemon.</summary>
    public int Starts => Started.Length;

    /// <summary>The daemon that a connection started is killed where it stands; the socket is held on.</summary>
    public void KillStartedDaemon() => TestProcess.Kill(int.Parse(Started[^1].Split(' ')[1], CultureInfo.InvariantCulture));

    /// <summary>Ends the daemon: its clients see a service that is gone.</summary>
    public async Task StopDaemonAsync()
    {
        if (daemon is not null)
        {
            await daemon.DisposeAsync();
            daemon = null;
        }

        File.Delete(SocketPath);
    }

    /// <summary>The daemon is killed where it stands (SIGKILL) and leaves its files behind, as after a crash.</summary>
    public async Task KillDaemonAsync(CancellationToken cancellation)
    {
        if (daemon is not null)
        {
            daemon.Signal(Signals.Kill);
            await daemon.WaitForExitAsync(Patience, cancellation);
            await daemon.DisposeAsync();
            daemon = null;
        }

        // What it left would look like a daemon that answers already.
        File.Delete(SocketPath);
    }

    /// <summary>Starts a program inside the network namespace, for example a card that connects to <see cref="VpcdPort"/>. Files are those of outside.</summary>
    public TestProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        TestProcess.Start("nsenter", [.. Namespaces.Enter(holder.Id, "-n"), "setpriv", "--pdeathsig", "KILL", "--", program, .. arguments], Merge(environment));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopDaemonAsync();
        await holder.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string[] Started => [.. (daemon?.StandardOutput ?? "").Split('\n').Where(line => line.StartsWith("started ", StringComparison.Ordinal))];

    private Dictionary<string, string?> Merge(IReadOnlyDictionary<string, string?>? more) =>
        new(Environment.Concat(more ?? new Dictionary<string, string?>()), StringComparer.Ordinal);
}
