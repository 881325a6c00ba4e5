using EidAuth.IntegrationTests.Prompts;
using EidAuth.IntegrationTests.Sweep;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>The agent's program ends, well or not, while a real PIN window is open with half a PIN in it: the window does not outlive it, and the card is as if nothing had been.</summary>
[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.Agent)]
public sealed class OpenWindowTests : IDisposable
{
    private const string ReturnTo = "https://loket.example.be/signin-eid";

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-window-home-");
    private readonly DirectoryInfo programs = Directory.CreateTempSubdirectory("eidauth-window-programs-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gtk-2", 15)]
    [InlineData("gtk-2", 2)]
    [InlineData("qt", 15)]
    [InlineData("qt", 2)]
    [InlineData("gnome3", 15)]
    public async Task A_program_that_is_told_to_stop_closes_the_window_resets_the_card_and_tells_the_browser(string flavor, int signal)
    {
        await using var window = await PinWindow.PrepareAsync(flavor);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        var card = HeldCard.Of("adult-18");
        await using var stay = await card.InsertAsync(pcscd);
        await using var agent = Start(window, pcscd, flavor);
        using var login = await OpenAsync(agent, window);
        var told = await login.FollowAsync();

        agent.Signal(signal);

        var text = await told;
        Assert.StartsWith("HTTP/1.1 200 ", text, StringComparison.Ordinal);
        Assert.Contains("data-ending=\"agent_stopping\"", text, StringComparison.Ordinal);
        Assert.Contains($"action=\"{ReturnTo}\"", text, StringComparison.Ordinal);
        Assert.Equal(0, await agent.WaitForExitAsync(AgentProgram.Patience, Cancellation));
        await window.Display.GoneAsync(PinWindow.Title);
        Assert.Contains("A login ended: agent_stopping.", agent.StandardError, StringComparison.Ordinal);
        Assert.Contains("reset", stay.Heard);
        AssertUntouched(card);
    }

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task A_program_that_is_killed_takes_its_window_with_it(string flavor)
    {
        Require.Programs("opensc-tool");
        await using var window = await PinWindow.PrepareAsync(flavor);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        var card = HeldCard.Of("adult-17");
        await using var stay = await card.InsertAsync(pcscd);
        await using var agent = Start(window, pcscd, flavor);
        using var login = await OpenAsync(agent, window);

        var since = TimeProvider.System.GetTimestamp();
        agent.Signal(9);

        await window.Display.GoneAsync(PinWindow.Title);
        Figures.Add($"agent killed with an open PIN window, {flavor}: window gone after, at most", TimeProvider.System.GetElapsedTime(since).TotalMilliseconds, "ms");
        await agent.WaitForExitAsync(AgentProgram.Patience, Cancellation);
        var second = await TestProcess.RunAsync("opensc-tool", ["--reader", "0", "--send-apdu", "00200001"], Cancellation, pcscd.Environment);
        Assert.Contains("SW1=0x63", second.StandardOutput, StringComparison.Ordinal);
        AssertUntouched(card);
    }

    [Fact]
    public async Task Where_setpriv_is_missing_the_window_of_a_killed_program_stays()
    {
        await using var window = await PinWindow.PrepareAsync("gtk-2");
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        var card = HeldCard.Of("adult-18");
        await using var stay = await card.InsertAsync(pcscd);
        await using var agent = Start(window, pcscd, "gtk-2", hasSetpriv: false);
        using var login = await OpenAsync(agent, window);
        var owner = await window.Display.OwnerAsync(await window.Display.FindOneAsync(PinWindow.Title));

        agent.Signal(9);
        await agent.WaitForExitAsync(AgentProgram.Patience, Cancellation);

        // What is typed in it reaches nobody, and it goes then.
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("34");
        await window.Display.PressAsync("Return");
        await window.Display.GoneAsync(PinWindow.Title);
        await window.Display.UntilAsync("its program's end", () => Task.FromResult(!Directory.Exists($"/proc/{owner}")));
        AssertUntouched(card);
    }

    public void Dispose()
    {
        home.Delete(recursive: true);
        programs.Delete(recursive: true);
    }

    // One PIN window and nothing else to choose from. A shell that runs tests in the background has SIGINT ignored, and a child would inherit that.
    private TestProcess Start(PinWindow window, PrivatePcscd pcscd, string flavor, bool hasSetpriv = true)
    {
        File.CreateSymbolicLink(Path.Combine(programs.FullName, $"pinentry-{flavor}"), window.Program.Path);
        if (hasSetpriv)
        {
            File.CreateSymbolicLink(Path.Combine(programs.FullName, "setpriv"), Require.Program("setpriv")!);
        }

        string[] program = [Require.Program("dotnet")!, Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0"];
        var agent = TestProcess.Start(
            "env",
            ["--default-signal=INT", $"PATH={programs.FullName}", .. program],
            new Dictionary<string, string?>(pcscd.Environment)
            {
                ["DISPLAY"] = window.Display.Name,
                ["DBUS_SESSION_BUS_ADDRESS"] = window.Program.SessionBus,
                ["WAYLAND_DISPLAY"] = null,
                ["EIDAUTH_TEST_ANCHORS"] = null,
                ["HOME"] = home.FullName,
                ["TMPDIR"] = home.FullName,
                ["XDG_DATA_HOME"] = null,
                ["LANG"] = "en_US.UTF-8",
            },
            home.FullName);
        agent.StandardInput.Close();
        return agent;
    }

    private static async Task<SweepLogin> OpenAsync(TestProcess agent, PinWindow window)
    {
        var line = await agent.WaitForLineAsync("listens on", AgentProgram.Patience, Cancellation);
        var login = await SweepLogin.AskAsync(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]), ReturnTo);
        await login.AgreeAsync();
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync("12");
        Assert.Equal("PinInWindow", await login.StepAsync());
        return login;
    }

    private static void AssertUntouched(HeldCard card) => Assert.Equal((0, 3, SecurityState.None), (card.PinCommands, card.Card.TriesLeft, card.Card.SecurityState));
}
