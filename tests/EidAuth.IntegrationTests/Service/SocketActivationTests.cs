using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Demo.Smoke;
using EidAuth.IntegrationTests.Prompts;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Service;

/// <summary>The agent started by a connection: served from cold, gone when idle, started again, and nobody else gets the socket.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class SocketActivationTests : IDisposable
{
    // A socket that nobody serves, so that the machine's own service is never asked.
    private static readonly Dictionary<string, string?> NoService = new() { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm", ["EIDAUTH_TEST_ANCHORS"] = null };

    private readonly DirectoryInfo programs = Directory.CreateTempSubdirectory("eidauth-activated-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_connection_starts_it_and_it_ends_by_itself_and_the_next_one_starts_it_again()
    {
        await using var keeper = await SocketKeeper.StartAsync(NoService, "--idle", "1");

        Assert.Empty(keeper.Started);
        for (var run = 1; run <= 3; run++)
        {
            var begun = Stopwatch.StartNew();
            Assert.Equal(200, await GetAsync(keeper.Port));
            Figures.Add($"agent, first request from cold, start {run}", begun.Elapsed.TotalMilliseconds, "ms");
            await keeper.UntilEndedAsync(run);
        }

        Assert.Equal(3, keeper.Started.Count);
    }

    [Fact]
    public async Task Requests_at_the_moment_of_leaving_are_all_served()
    {
        await using var keeper = await SocketKeeper.StartAsync(NoService, "--idle", "1");

        // Around the second after which it leaves, a little earlier and later each time, until it has left under a request or just before one.
        for (var request = 0; request < 12 || (keeper.Ended.Count == 0 && request < 100); request++)
        {
            Assert.Equal(200, await GetAsync(keeper.Port));
            await Task.Delay(TimeSpan.FromMilliseconds(995 + request), Cancellation);
        }

        Assert.NotEmpty(keeper.Ended);
        Assert.DoesNotContain("Unhandled", keeper.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_waits_keeps_it()
    {
        await using var keeper = await SocketKeeper.StartAsync(NoService, "--idle", "1");
        using var browser = new LoopbackBrowser();

        var consent = await browser.GetAsync(LoginAt(keeper.Port), Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(4), Cancellation);

        Assert.NotNull((await browser.GetAsync(consent.Address, Cancellation)).FormTo("/continue"));
        Assert.Single(keeper.Started);
        Assert.Empty(keeper.Ended);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_prompt_program_gets_no_listening_socket_and_the_port_is_free_while_it_lives(bool activated)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", Cancellation);

        // In a session of its own, as a window can be that outlives the agent.
        using var pinentry = await FakePinentry.AnsweringAsync("trap '' TERM HUP PIPE; while :; do sleep 1; done");
        File.CreateSymbolicLink(Path.Combine(programs.FullName, "pinentry-qt"), pinentry.Program.Path);
        var environment = new Dictionary<string, string?>(pcscd.Environment)
        {
            ["PATH"] = $"{programs.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["DISPLAY"] = ":0",
        };
        await using var keeper = activated ? await SocketKeeper.StartAsync(environment, "--test-anchors", pki.AnchorsFolder) : null;
        await using var agent = activated ? null : TestProcess.Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0", "--test-anchors", pki.AnchorsFolder], environment);
        var port = keeper?.Port ?? new Uri((await agent!.WaitForLineAsync("listens on", SocketKeeper.Patience, Cancellation)).Split(' ')[^1]).Port;
        using var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(LoginAt(port), Cancellation);
        await browser.SubmitAsync(consent.FormTo("/continue")!, Cancellation);
        try
        {
            await pinentry.WaitForAsync("GETPIN").WaitAsync(SocketKeeper.Patience, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail((await browser.GetAsync(consent.Address, Cancellation)).Html + keeper?.Output + agent?.StandardError);
        }

        try
        {
            var sockets = Directory.GetFileSystemEntries($"/proc/{pinentry.ProcessId}/fd")
                .Select(descriptor => new FileInfo(descriptor).LinkTarget ?? "")
                .Where(target => target.StartsWith("socket:", StringComparison.Ordinal));
            Assert.Empty(sockets);
            Assert.DoesNotContain(pinentry.Variables, variable => variable.StartsWith("LISTEN_", StringComparison.Ordinal));

            // Both at once: nobody is left to close the window.
            TestProcess.Kill(keeper?.Started[0] ?? agent!.Id);
            if (keeper is not null)
            {
                await keeper.KillAsync();
            }

            await UntilFreeAsync(port);
            Assert.True(Directory.Exists($"/proc/{pinentry.ProcessId}"), "the prompt program ended too, which shows nothing");
        }
        finally
        {
            TestProcess.Kill(pinentry.ProcessId);
        }
    }

    [Theory]
    [InlineData("socket(S, 2, 2, 0); bind(S, pack('S n a4 x8', 2, 0, pack('C4', 127, 0, 0, 1)))", "it is neither TCP on IPv4")]
    [InlineData("socket(S, 2, 1, 0); bind(S, pack('S n a4 x8', 2, 0, pack('C4', 127, 0, 0, 1)))", "it does not listen")]
    [InlineData("socket(S, 2, 1, 0); bind(S, pack('S n a4 x8', 2, 0, pack('C4', 0, 0, 0, 0))); listen(S, 5)", "another address than 127.0.0.1")]
    [InlineData("open(S, '<', '/dev/null')", "no socket")]
    public async Task A_socket_that_is_not_for_the_agent_is_refused(string make, string sentence)
    {
        Require.Programs("perl");
        var script = $"use POSIX (); $^F = 9; {make} or die; POSIX::dup2(fileno S, 3); $ENV{{LISTEN_PID}} = $$; $ENV{{LISTEN_FDS}} = 1; exec @ARGV";

        var result = await TestProcess.RunAsync(
            "perl", ["-e", script, "dotnet", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run"], Cancellation, NoService);

        Assert.Equal(17, result.ExitCode);
        Assert.Contains(sentence, result.StandardError, StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
    }

    [Fact]
    public async Task Systemds_own_program_starts_it()
    {
        Require.Programs("systemd-socket-activate");
        var port = Testing.Net.FreePort.Take();
        await using var activator = TestProcess.Start(
            "systemd-socket-activate",
            [
                "--listen", $"127.0.0.1:{port}", "-E", "PATH", "-E", "HOME", "-E", "PCSCLITE_CSOCK_NAME", .. (string[])(Environment.GetEnvironmentVariable("DOTNET_ROOT") is null ? [] : ["-E", "DOTNET_ROOT"]),
                Require.Program("dotnet")!, Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--idle", "1",
            ],
            NoService);
        await activator.WaitForLineAsync("Listening on", SocketKeeper.Patience, Cancellation);

        Assert.Equal(200, await GetAsync(port));
        Assert.Equal(0, await activator.WaitForExitAsync(SocketKeeper.Patience, Cancellation));
        Assert.Contains("it ends, and the next connection starts it again", activator.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => programs.Delete(recursive: true);

    private static Uri LoginAt(int port)
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo));
        return LoginRequest.Create("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", returnTo!, "AAECAwQFBgcICQoLDA0ODw", "en").ToAgentAddress(port);
    }

    private static async Task<int> GetAsync(int port)
    {
        using var browser = new LoopbackBrowser();
        return (int)(await browser.GetAsync(new Uri($"http://127.0.0.1:{port}/"), Cancellation)).Status;
    }

    // The kernel closes the descriptors of a killed process a moment after it can be waited for.
    private static async Task UntilFreeAsync(int port)
    {
        var begun = Stopwatch.StartNew();
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                socket.Listen();
                return;
            }
            catch (SocketException) when (begun.Elapsed < SocketKeeper.Patience)
            {
                await Task.Delay(20, Cancellation);
            }
        }
    }
}
