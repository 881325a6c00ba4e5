using System.Globalization;
using EidAgent.Hosting;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>
/// A computer with several users, as root would set it up: the program where everybody can run it, root's folder with one folder for each user, and the system part under a user of its own without
/// any right. The users are numbers without an entry in the list of users.
/// </summary>
internal sealed class SharedComputer : IAsyncDisposable
{
    public const uint SystemPart = 61000;
    public const uint Alice = 61001;
    public const uint Bob = 61002;

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder;
    private TestProcess? holder;

    private SharedComputer(DirectoryInfo folder) => this.folder = folder;

    public int Port { get; } = FreePort.Take();

    /// <summary>Root's folder with the users' folders.</summary>
    public string Places => Path.Combine(folder.FullName, "places");

    /// <summary>What the system part wrote.</summary>
    public string HolderLog => holder!.StandardOutput + holder.StandardError;

    private string Program => Path.Combine(folder.FullName, "program", "EidAgent.dll");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SharedComputer> StartAsync()
    {
        Require.OrSkip(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can start programs as other users");
        Require.Programs("setpriv", "setsid", "curl", "install", "dotnet");
        var folder = Directory.CreateTempSubdirectory("eidauth-users-");
        var computer = new SharedComputer(folder);
        await RunAsRootAsync("chmod", "755", folder.FullName);
        CopyProgram(folder.CreateSubdirectory("program"));
        await RunAsRootAsync("chmod", "-R", "a+rX", Path.Combine(folder.FullName, "program"));
        await RunAsRootAsync("install", "-d", "-m", "0755", "-o", "0", "-g", $"{SystemPart}", computer.Places);
        var reachable = await computer.RunAsync(Bob, "dotnet", "exec", computer.Program, "--version");
        Require.OrSkip(reachable.ExitCode == 0, "another user cannot run the program here: " + reachable.All);
        return computer;
    }

    /// <summary>The path on which a user's agent takes connections.</summary>
    public string Door(uint user) => Path.Combine(Places, user.ToString(CultureInfo.InvariantCulture), "agent.sock");

    /// <summary>What root does when a user logs in.</summary>
    public async Task LogOnAsync(uint user)
    {
        await RunAsRootAsync("install", "-d", "-m", "0710", "-o", $"{user}", "-g", $"{SystemPart}", Path.Combine(Places, user.ToString(CultureInfo.InvariantCulture)));
        await RunAsRootAsync("install", "-d", "-m", "0700", "-o", $"{user}", "-g", $"{user}", HomeOf(user));
    }

    /// <summary>Starts the system part.</summary>
    /// <param name="wrapper">A command of root that starts the rest.</param>
    public async Task HoldPortAsync(params string[] wrapper)
    {
        string[] command = [.. wrapper, "setpriv", .. As(SystemPart), "dotnet", "exec", Program, "hold-port", "--port", $"{Port}", "--users", Places];
        holder = TestProcess.Start(command[0], command[1..], Environmental(null), "/");
        await holder.WaitForLineAsync("The port is held on", Patience, Cancellation);
    }

    /// <summary>Ends the system part: the port is free.</summary>
    public async Task StopHoldingAsync()
    {
        await holder!.DisposeAsync();
        holder = null;
    }

    /// <summary>Starts a user's agent and waits until it listens.</summary>
    public async Task<TestProcess> StartAgentAsync(uint user, IReadOnlyDictionary<string, string?> environment, bool isHanded, int? port = null)
    {
        var agent = BeginAgent(user, environment, isHanded, port);
        await agent.WaitForLineAsync("listens on", Patience, Cancellation);
        return agent;
    }

    /// <summary>Starts a user's agent.</summary>
    public TestProcess BeginAgent(uint user, IReadOnlyDictionary<string, string?> environment, bool isHanded, int? port = null) => Start(
        user, environment, ["dotnet", "exec", Program, "run", "--port", $"{port ?? Port}", .. isHanded ? new[] { "--handed", Door(user) } : []]);

    /// <summary>Runs a program as that user, to its end.</summary>
    public Task<ProcessResult> RunAsync(uint user, params string[] command) =>
        TestProcess.RunAsync("setpriv", [.. As(user), .. command], Cancellation, Environmental(null));

    /// <summary>Runs <c>doctor</c> as that user.</summary>
    public Task<ProcessResult> DoctorAsync(uint user) => RunAsync(user, "dotnet", "exec", Program, "doctor", "--port", $"{Port}", "--json");

    /// <summary>Opens an address of the port as that user's browser would.</summary>
    public UserBrowser Browser(uint user, int? port = null) => new(this, user, port ?? Port);

    /// <summary>A browser of that user with cookies of its own and none yet.</summary>
    public UserBrowser NewBrowser(uint user, int? port = null) => new(this, user, port ?? Port, Path.Combine(HomeOf(user), Path.GetRandomFileName()));

    public async ValueTask DisposeAsync()
    {
        if (holder is not null)
        {
            await holder.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private string HomeOf(uint user) => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"home-{user}"));

    private TestProcess Start(uint user, IReadOnlyDictionary<string, string?>? environment, params string[] command) =>
        TestProcess.Start("setpriv", [.. As(user), .. command], Environmental(environment), "/");

    private static string[] As(uint user) =>
        ["--reuid", $"{user}", "--regid", $"{user}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--pdeathsig", "KILL", "--"];

    private Dictionary<string, string?> Environmental(IReadOnlyDictionary<string, string?>? more) => new(more ?? new Dictionary<string, string?>(), StringComparer.Ordinal)
    {
        ["HOME"] = "/nonexistent",
        ["DOTNET_CLI_HOME"] = folder.FullName,
        ["LANG"] = "C",
        ["LC_ALL"] = null,
        ["EIDAUTH_TEST_ANCHORS"] = null,
    };

    // The build's own folder may be where only its owner can go.
    private static void CopyProgram(DirectoryInfo to)
    {
        var from = Path.GetDirectoryName(typeof(AgentOptions).Assembly.Location)!;
        foreach (var file in new[] { "EidAgent.dll", "EidAgent.deps.json", "EidAgent.runtimeconfig.json", "EidAuth.Core.dll", "System.CommandLine.dll" })
        {
            File.Copy(Path.Combine(from, file), Path.Combine(to.FullName, file));
        }
    }

    private static async Task RunAsRootAsync(string program, params string[] arguments)
    {
        var ended = await TestProcess.RunAsync(program, arguments, Cancellation);
        Assert.True(ended.ExitCode == 0, ended.All);
    }
}
