using System.Globalization;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Service;

/// <summary>
/// A program that keeps a listening socket as a service manager does: whenever somebody connects and no agent runs, it starts one with the socket as its descriptor 3.
/// </summary>
internal sealed class SocketKeeper : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Script =
        """
        use strict; use IO::Socket::INET; use IO::Select; use POSIX ();
        $| = 1; $^F = 9;
        my $held = IO::Socket::INET->new(Listen => 128, LocalAddr => '127.0.0.1', LocalPort => 0) or die "no socket";
        my $child = 0;
        $SIG{TERM} = sub { kill 'TERM', $child if $child; exit 0 };
        print "keeps ", $held->sockport, "\n";
        my $select = IO::Select->new($held);
        while (1) {
          next unless $ENV{KEEPER_WAITS} eq 'no' || $select->can_read;
          $child = fork;
          if (!$child) {
            POSIX::dup2(fileno $held, 3);
            $ENV{LISTEN_PID} = $$; $ENV{LISTEN_FDS} = 1; $ENV{LISTEN_FDNAMES} = 'agent';
            exec @ARGV; POSIX::_exit(127);
          }
          print "started $child\n";
          waitpid $child, 0;
          print "ended $child $?\n";
          $child = 0;
        }
        """;

    private readonly TestProcess process;

    private SocketKeeper(TestProcess process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What keeper and agents wrote.</summary>
    public string Output => process.StandardOutput + "\n" + process.StandardError;

    /// <summary>Process ids of the agents, in order.</summary>
    public IReadOnlyList<int> Started => Numbers("started");

    /// <summary>Those that ended, with exit code 0.</summary>
    public IReadOnlyList<int> Ended => [.. Lines("ended").Where(line => line[2] == "0").Select(line => int.Parse(line[1], CultureInfo.InvariantCulture))];

    /// <summary>Keeps a free port for the agent.</summary>
    public static Task<SocketKeeper> StartAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        StartAsync(environment, waits: true, ["dotnet", Assembly, "run", .. arguments]);

    /// <summary>The same, but for each agent systemd's own program waits for the connection, and becomes the agent.</summary>
    public static Task<SocketKeeper> StartSystemdAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        Require.Programs("systemd-socket-activate");
        var passed = new[] { "PATH", "HOME", "DOTNET_ROOT" }.Where(name => Environment.GetEnvironmentVariable(name) is not null).Concat(environment.Keys).SelectMany(name => new[] { "-E", name });
        return StartAsync(environment, waits: false, ["systemd-socket-activate", .. passed, Require.Program("dotnet")!, Assembly, "run", .. arguments]);
    }

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "EidAgent.dll");

    private static async Task<SocketKeeper> StartAsync(IReadOnlyDictionary<string, string?> environment, bool waits, string[] command)
    {
        Require.Programs("perl");
        var process = TestProcess.Start("perl", ["-e", Script, .. command], new Dictionary<string, string?>(environment) { ["KEEPER_WAITS"] = waits ? "yes" : "no" });
        var line = await process.WaitForLineAsync("keeps ", Patience, TestContext.Current.CancellationToken);
        return new SocketKeeper(process, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until so many agents have ended well.</summary>
    public async Task UntilEndedAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (Ended.Count < count)
        {
            Assert.True(process.IsRunning, Output);
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Ends the keeper at once, with its socket, and leaves alone what it started.</summary>
    public async Task KillAsync()
    {
        process.Signal(9);
        await process.WaitForExitAsync(Patience, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private List<int> Numbers(string word) => [.. Lines(word).Select(line => int.Parse(line[1], CultureInfo.InvariantCulture))];

    private IEnumerable<string[]> Lines(string word) => process.StandardOutput.Split('\n').Select(line => line.Split(' ')).Where(line => line[0] == word);
}
