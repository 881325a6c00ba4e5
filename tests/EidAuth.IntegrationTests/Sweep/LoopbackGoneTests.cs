using System.Net;
using Demo.Smoke;
using EidAuth.IntegrationTests.RealStack;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>
/// The network is gone whole: in a namespace in which only the program and a browser live, the loopback interface goes down and comes up again. The browser reaches nothing meanwhile; card, window and login do not
/// mind.
/// </summary>
[Trait("Group", TestGroup.Agent)]
public sealed class LoopbackGoneTests : IDisposable
{
    private const int TimedOut = 28;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-no-network-");
    private readonly HeldCard card = HeldCard.Of("adult-18");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_goes_on_when_the_network_is_back()
    {
        Require.Programs("curl", "ip");
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var stay = await card.InsertAsync(pcscd);

        // Another one's network, without its service.
        await using var network = await PrivatePcscd.StartAsync(Cancellation);
        await network.StopDaemonAsync();
        var prompt = await HeldPrompt.InAsync(folder.CreateSubdirectory("programs").FullName, Citizen.All["adult-18"].Pin);
        await using var agent = Start(network, pcscd);
        var line = await agent.WaitForLineAsync("listens on", AgentProgram.Patience, Cancellation);
        var address = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]);

        // While a consent waits.
        var page = await AskAsync(network, address);
        await WithoutNetworkAsync(network, page.Address, () => Task.CompletedTask);
        page = await GetAsync(network, page.Address);
        Assert.NotNull(page.FormTo("/continue"));
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await AgreeAsync(network, page);

        // While a window is open, and the PIN is typed meanwhile.
        await UntilAsync(agent, () => Task.FromResult(prompt.Waits(half: false)), "no PIN window");
        await WithoutNetworkAsync(network, page.Address, async () =>
        {
            prompt.Type();
            await UntilAsync(agent, () => Task.FromResult(agent.StandardError.Contains("A login ended: signed", StringComparison.Ordinal)), "not signed");
        });
        page = await GetAsync(network, page.Address);
        Assert.Contains(page.FormTo("/signin-eid")!.Fields, field => field.Key == "token");

        // The next one works.
        page = await AskAsync(network, address);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await AgreeAsync(network, page);
        await UntilAsync(agent, async () => (page = await GetAsync(network, page.Address)).FormTo("/signin-eid") is not null, "not signed");
        Assert.Contains(page.FormTo("/signin-eid")!.Fields, field => field.Key == "token");

        await UntilAsync(agent, () => Task.FromResult(card.Card.SecurityState == SecurityState.None), "the card is left unlocked");
        Assert.Equal((2, 3), (card.PinCommands, card.Card.TriesLeft));
        Assert.DoesNotContain("Defect in the agent", agent.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private TestProcess Start(PrivatePcscd network, PrivatePcscd pcscd) => network.Start(
        "env",
        [
            $"PCSCLITE_CSOCK_NAME={pcscd.SocketPath}", $"PATH={Path.Combine(folder.FullName, "programs")}:{Environment.GetEnvironmentVariable("PATH")}",
            $"HOME={folder.CreateSubdirectory("home").FullName}", "DISPLAY=:0", "dotnet", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0", "--forget-cards",
        ],
        new Dictionary<string, string?> { ["WAYLAND_DISPLAY"] = null, ["DBUS_SESSION_BUS_ADDRESS"] = null, ["EIDAUTH_TEST_ANCHORS"] = null, ["XDG_DATA_HOME"] = null, ["LANG"] = "en_US.UTF-8" });

    private static async Task WithoutNetworkAsync(PrivatePcscd network, Uri page, Func<Task> meanwhile)
    {
        await SetLoopbackAsync(network, "down");
        await AssertUnreachableAsync(network, page);
        await meanwhile();
        await AssertUnreachableAsync(network, page);
        await SetLoopbackAsync(network, "up");
    }

    private static async Task SetLoopbackAsync(PrivatePcscd network, string state)
    {
        await using var ip = network.Start("ip", ["link", "set", "lo", state]);
        Assert.Equal(0, await ip.WaitForExitAsync(AgentProgram.Patience, Cancellation));
    }

    private static Task<Page> AskAsync(PrivatePcscd network, Uri agent)
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo));
        var request = LoginRequest.Create(Convert.ToBase64String(new byte[32]), returnTo!, new string('A', 22), "en");
        return GetAsync(network, request.ToAgentAddress(agent.Port));
    }

    private static async Task AgreeAsync(PrivatePcscd network, Page page)
    {
        var form = page.FormTo("/continue")!;
        var (exit, _) = await CurlAsync(
            network,
            ["-H", "Sec-Fetch-Site: same-origin", "-H", $"Origin: {page.Address.GetLeftPart(UriPartial.Authority)}",
                .. form.Fields.SelectMany(field => (string[])["--data-urlencode", $"{field.Key}={field.Value}"]), form.Action.AbsoluteUri]);
        Assert.Equal(0, exit);
    }

    private static async Task<Page> GetAsync(PrivatePcscd network, Uri address)
    {
        var (exit, output) = await CurlAsync(network, ["--location", "-H", "Sec-Fetch-Site: none", "--write-out", "\n%{url_effective}", address.AbsoluteUri]);
        Assert.Equal(0, exit);
        var end = output.TrimEnd().LastIndexOf('\n');
        return new Page(new Uri(output[end..].Trim()), HttpStatusCode.OK, output[..end]);
    }

    // What is sent goes nowhere, and nothing says so.
    private static async Task AssertUnreachableAsync(PrivatePcscd network, Uri address) =>
        Assert.Equal((TimedOut, ""), await CurlAsync(network, ["--connect-timeout", "2", "-H", "Sec-Fetch-Site: none", address.AbsoluteUri]));

    private static async Task<(int Exit, string Output)> CurlAsync(PrivatePcscd network, params string[] arguments)
    {
        await using var curl = network.Start("curl", ["--silent", "--noproxy", "*", "--max-time", "60", "-H", "Sec-Fetch-Mode: navigate", "-H", "Sec-Fetch-Dest: document", .. arguments]);
        return (await curl.WaitForExitAsync(AgentProgram.Patience, Cancellation), curl.StandardOutput);
    }

    private static async Task UntilAsync(TestProcess agent, Func<Task<bool>> condition, string otherwise)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(100, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, $"{otherwise}\n{agent.StandardError}");
        }
    }
}
