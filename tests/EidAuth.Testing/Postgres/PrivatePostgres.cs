using System.Globalization;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of the test's own: a data directory that goes with it, a free port of 127.0.0.1, nothing written for good. PostgreSQL refuses to run as root, so
/// root hands it to the user <c>postgres</c>.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const int FastShutdown = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder;
    private readonly TestProcess server;
    private readonly int port;
    private int databases;

    private PrivatePostgres(DirectoryInfo folder, TestProcess server, int port) => (this.folder, this.server, this.port) = (folder, server, port);

    /// <summary>Starts it, or skips the test where it is not installed.</summary>
    public static async Task<PrivatePostgres> StartAsync()
    {
        var programs = Programs();
        Require.OrSkip(programs is not null, "not installed: postgresql");
        Require.Programs("setsid", "setpriv", "chown");

        var folder = Directory.CreateTempSubdirectory("eidauth-postgres-");
        var data = Path.Combine(folder.FullName, "data");
        var port = FreePort.Take();
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(["chown", "postgres", folder.FullName]);
        }

        await RunAsync([.. AsItsUser(), Path.Combine(programs!, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
        string[] command =
        [
            .. AsItsUser(), Path.Combine(programs!, "postgres"), "-D", data, "-c", "listen_addresses=127.0.0.1", "-c", string.Create(CultureInfo.InvariantCulture, $"port={port}"),
            "-c", $"unix_socket_directories={folder.FullName}", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "lc_messages=C",
        ];
        var server = TestProcess.Start(command[0], command[1..], folder: folder.FullName);
        await server.WaitForLineAsync("ready to accept connections", Patience, TestContext.Current.CancellationToken);
        return new PrivatePostgres(folder, server, port);
    }

    /// <summary>Where a database is that nobody has used; whoever connects first with EnsureCreated or Migrate makes it.</summary>
    public string NewDatabase() =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=test{Interlocked.Increment(ref databases)};Pooling=true;Maximum Pool Size=30");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        server.Signal(FastShutdown);
        try
        {
            await server.WaitForExitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // DisposeAsync ends it in any case.
        }

        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // Debian keeps the server's programs beside the PATH, one folder for each version.
    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "postgres"))).Max()
            : Require.Program("postgres") is { } program ? Path.GetDirectoryName(program) : null;

    // A change of user forgets what setpriv said before about the parent's death; so it is said again.
    private static string[] AsItsUser() =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--pdeathsig", "KILL", "--"] : ["env"];

    private static async Task RunAsync(string[] command)
    {
        var result = await TestProcess.RunAsync(command[0], command[1..], TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, $"{command[0]} … {command[^1]}: {result.All}");
    }
}
