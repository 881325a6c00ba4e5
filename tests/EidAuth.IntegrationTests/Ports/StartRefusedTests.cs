using EidAuth.IntegrationTests.Sweep;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary><c>run</c> where it cannot listen: a code that stays and a sentence in the person's language, and where it can all the same.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class StartRefusedTests
{
    private static readonly Dictionary<string, string?> NoService = new() { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm", ["EIDAUTH_TEST_ANCHORS"] = null };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_agent_at_the_same_place_is_told_of_the_first()
    {
        await using var computer = await SharedComputer.StartAsync();
        await computer.LogOnAsync(SharedComputer.Alice);
        await using var first = await computer.StartAgentAsync(SharedComputer.Alice, NoService, isHanded: true);
        await using var second = computer.BeginAgent(SharedComputer.Alice, NoService, isHanded: true);

        Assert.Equal(18, await second.WaitForExitAsync(SharedComputer.Patience, Cancellation));
        Assert.Equal($"{computer.Door(SharedComputer.Alice)} is taken: an agent of yours runs already. To start another, stop it first.", second.StandardError.Trim());
        Assert.True(first.IsRunning);
    }

    [Fact]
    public async Task A_folder_in_which_the_user_may_not_write_is_refused()
    {
        await using var computer = await SharedComputer.StartAsync();
        await computer.LogOnAsync(SharedComputer.Alice);
        await TestProcess.RunAsync("chmod", ["0510", Path.GetDirectoryName(computer.Door(SharedComputer.Alice))!], Cancellation);
        await using var agent = computer.BeginAgent(SharedComputer.Alice, NoService, isHanded: true);

        Assert.Equal(25, await agent.WaitForExitAsync(SharedComputer.Patience, Cancellation));
        Assert.StartsWith($"{computer.Door(SharedComputer.Alice)} cannot be used: the system does not let you listen there.", agent.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en_US.UTF-8", "/tmp/nowhere/agent.sock cannot be used: it is not in a folder that the system part made for you.")]
    [InlineData("nl_BE.UTF-8", "/tmp/nowhere/agent.sock kan niet worden gebruikt: het is geen map die het systeemdeel voor u heeft gemaakt.")]
    [InlineData("fr_BE.UTF-8", "/tmp/nowhere/agent.sock ne peut pas être utilisé : ce n'est pas un dossier que la partie système a créé pour vous.")]
    [InlineData("de_BE.UTF-8", "/tmp/nowhere/agent.sock kann nicht verwendet werden: Das ist kein Ordner, den der Systemteil für Sie angelegt hat.")]
    public async Task A_place_that_is_none_of_the_system_parts_is_refused(string language, string sentence)
    {
        var ended = await RunAsync(language, [], "--handed", "/tmp/nowhere/agent.sock");

        Assert.Equal(25, ended.ExitCode);
        Assert.StartsWith(sentence, ended.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("agent.sock")]
    [InlineData("/")]
    public async Task What_is_no_place_at_all_is_refused_too(string path) =>
        Assert.Equal(25, (await RunAsync("en_US.UTF-8", [], "--handed", path)).ExitCode);

    [Fact]
    public async Task A_port_of_the_administrators_is_refused()
    {
        Require.OrSkip(Environment.UserName == "root", "only root can take its own rights away");
        Require.Programs("unshare", "setpriv", "ip");

        // In a network of its own, since a machine may let everybody have every port.
        string[] withoutRights = ["unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh", "setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"];
        var ended = await RunAsync("en_US.UTF-8", withoutRights, "--port", "80");

        Assert.Equal(25, ended.ExitCode);
        Assert.Equal("Port 80 cannot be used: you may not listen on it. Ports below 1024 are the administrator's; websites expect port 35353.", ended.StandardError.Trim());
    }

    [Fact]
    public async Task Without_the_service_and_without_a_folder_to_keep_anything_it_starts_and_says_what_is_missing()
    {
        Require.OrSkip(Environment.UserName == "root", "only root can hide a file from one program");
        var library = await TestProcess.RunAsync("sh", ["-c", "ldconfig -p | sed -n 's/.*libpcsclite.so.1 .*=> //p' | head -n 1"], Cancellation);
        Require.OrSkip(library.StandardOutput.Trim().Length > 0, "libpcsclite is not installed");
        await using var agent = TestProcess.Start(
            "unshare",
            ["--mount", "sh", "-c", "mount --bind /dev/null \"$(readlink -f \"$0\")\" && exec \"$@\"", library.StandardOutput.Trim(), "dotnet", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0"],
            new Dictionary<string, string?>(NoService) { ["XDG_DATA_HOME"] = "/proc/nowhere", ["LANG"] = "en_US.UTF-8" });
        var line = await agent.WaitForLineAsync("listens on", SharedComputer.Patience, Cancellation);

        using var login = await SweepLogin.AskAsync(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]), "https://loket.example.be/signin-eid");
        await login.AgreeAsync();

        for (var since = TimeProvider.System.GetTimestamp(); await login.StepAsync() != "ServiceMissing"; await Task.Delay(50, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < SharedComputer.Patience, agent.StandardError);
        }

        await agent.WaitForLineAsync("Something could not be written down or read: folder_unusable.", SharedComputer.Patience, Cancellation);
        Assert.DoesNotContain("Defect in the agent", agent.StandardError, StringComparison.Ordinal);
    }

    private static Task<ProcessResult> RunAsync(string language, string[] wrapper, params string[] arguments) => TestProcess.RunAsync(
        "env",
        [$"LANG={language}", .. wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", .. arguments],
        Cancellation,
        new Dictionary<string, string?>(NoService) { ["LC_ALL"] = null, ["LC_MESSAGES"] = null });
}
