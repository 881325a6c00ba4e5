using System.Globalization;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>The agent's program on a private service, with a home that is a small disk of its own, and that disk's inside for the test to fill or to empty.</summary>
internal sealed class AgentProgram : IAsyncDisposable
{
    /// <summary>Whoever waits for a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestProcess process;
    private readonly string home;

    private AgentProgram(TestProcess process, string home, Uri address) => (this.process, this.home, Address) = (process, home, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Everything it wrote.</summary>
    public string Output => process.StandardOutput + "\n" + process.StandardError;

    /// <summary>The command trace, which is on the small disk.</summary>
    public byte[] Trace => File.Exists(Inside("trace")) ? File.ReadAllBytes(Inside("trace")) : [];

    /// <summary>Starts it and waits until it serves. It remembers no card: every login reads one.</summary>
    /// <param name="environment">What a client of the service needs, and more.</param>
    /// <param name="programs">A folder for the front of the PATH.</param>
    /// <param name="home">Where its home is mounted.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="disk">The size of the disk, as mount(8) takes it: small, so that a test can fill it.</param>
    public static async Task<AgentProgram> StartAsync(IReadOnlyDictionary<string, string?> environment, string programs, string home, int port = 0, string disk = "256k")
    {
        string[] user = Environment.UserName == "root" ? [] : ["--map-root-user"];
        var process = TestProcess.Start(
            "unshare",
            [
                .. user, "--mount", "sh", "-c", $"""mount -t tmpfs -o size={disk},mode=700 tmpfs "$HOME" && exec "$@" """, "sh",
                "dotnet", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", port.ToString(CultureInfo.InvariantCulture),
                "--trace-apdu", Path.Combine(home, "trace"), "--forget-cards",
            ],
            new Dictionary<string, string?>(environment)
            {
                ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}",
                ["DISPLAY"] = ":0",
                ["WAYLAND_DISPLAY"] = null,
                ["DBUS_SESSION_BUS_ADDRESS"] = null,
                ["EIDAUTH_TEST_ANCHORS"] = null,
                ["HOME"] = home,
                ["TMPDIR"] = home,
                ["XDG_DATA_HOME"] = null,
                ["XDG_STATE_HOME"] = null,
                ["XDG_CONFIG_HOME"] = null,
                ["LANG"] = "en_US.UTF-8",
            });
        var line = await process.WaitForLineAsync("listens on", Patience, TestContext.Current.CancellationToken);
        return new AgentProgram(process, home, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
    }

    public void Signal(int signal) => process.Signal(signal);

    public Task WaitForEndAsync() => process.WaitForExitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>How often it wrote that.</summary>
    public int Count(string part) => Output.Split(part).Length - 1;

    /// <summary>Not a byte more fits on its disk.</summary>
    public void FillDisk()
    {
        try
        {
            using var file = new FileStream(Inside("filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (var block = new byte[512]; ; file.Write(block))
            {
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void FreeDisk() => File.Delete(Inside("filler"));

    /// <summary>Everything it keeps is gone.</summary>
    public void EmptyHome()
    {
        foreach (var entry in new DirectoryInfo(Inside("")).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Every file it keeps.</summary>
    public IEnumerable<byte[]> Files() => Directory.EnumerateFiles(Inside(""), "*", SearchOption.AllDirectories)
        .Where(file => new FileInfo(file).Length > 0 && !file.EndsWith("/filler", StringComparison.Ordinal)).Select(File.ReadAllBytes).ToList();

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private string Inside(string name) => $"/proc/{Id}/root{home}/{name}";
}
