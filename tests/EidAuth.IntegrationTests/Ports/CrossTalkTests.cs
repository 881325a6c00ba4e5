using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Demo.Smoke;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>
/// Two users whose agents both run, each with a card: each goes straight at the other's agent, past every honest way. Nothing is served, the other's card hears no command, and then both log in
/// at a town as themselves.
/// </summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class CrossTalkTests
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    [Fact]
    public async Task Over_the_port_of_the_system_part_and_over_the_others_socket_nothing_is_served()
    {
        await using var computer = await SharedComputer.StartAsync();
        await using var town = await UserTown.StartAsync(computer.Port);
        await using var alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18", town);
        await using var bob = await CardUser.LogOnAsync(computer, SharedComputer.Bob, "born-2003", town);
        await computer.HoldPortAsync();
        await alice.StartAgentAsync(isHanded: true);
        await bob.StartAgentAsync(isHanded: true);
        var before = (alice.Commands, bob.Commands);

        foreach (var (attacker, other) in new[] { (bob, alice), (alice, bob) })
        {
            await GoThroughPortAsync(attacker, other);
            await GoThroughSocketAsync(computer, attacker, other);
        }

        Assert.Equal(before, (alice.Commands, bob.Commands));
        await Task.WhenAll(alice.LogInAsync(town), bob.LogInAsync(town));
        await UntilAsync(() => alice.Commands > before.Item1 && bob.Commands > before.Item2, "The commands of an honest login were not seen either: the search is wrong.");
        foreach (var person in new[] { alice, bob })
        {
            await UntilAsync(() => person.Log.Contains("not the system part", StringComparison.Ordinal), person.Log);
        }

        Assert.DoesNotContain("another_user", alice.Log + bob.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_each_agent_has_a_port_of_its_own_the_others_port_says_who_may_use_it_and_nothing_more()
    {
        await using var computer = await SharedComputer.StartAsync();
        var (alicesPort, bobsPort) = (FreePort.Take(), FreePort.Take());
        await using var alicesTown = await UserTown.StartAsync(alicesPort);
        await using var bobsTown = await UserTown.StartAsync(bobsPort);
        await using var alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18", alicesTown);
        await using var bob = await CardUser.LogOnAsync(computer, SharedComputer.Bob, "born-2003", bobsTown);
        await alice.StartAgentAsync(isHanded: false, alicesPort);
        await bob.StartAgentAsync(isHanded: false, bobsPort);
        var before = (alice.Commands, bob.Commands);

        foreach (var (attacker, other) in new[] { (bob, alice), (alice, bob) })
        {
            var consent = await other.Browser.OpenAsync(UserBrowser.LoginPath(Nonce));
            var straight = computer.Browser(attacker.User, other.Port);
            foreach (var page in new[] { await straight.OpenAsync(UserBrowser.LoginPath(Nonce)), await straight.OpenAsync(consent.Address.AbsolutePath), await straight.OpenAsync("/diary"), await PressAsync(straight, consent) })
            {
                Assert.Equal(HttpStatusCode.Forbidden, page.Status);
                Assert.Contains("<code>another_user</code>", page.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("loket", page.Html, StringComparison.Ordinal);
                Assert.Null(page.FormTo("/continue"));
            }
        }

        Assert.Equal(before, (alice.Commands, bob.Commands));
        await Task.WhenAll(alice.LogInAsync(alicesTown), bob.LogInAsync(bobsTown));
    }

    // With the address and the token of the other's own open page: the port leads to the attacker's own agent, which knows neither.
    private static async Task GoThroughPortAsync(CardUser attacker, CardUser other)
    {
        var consent = await other.Browser.OpenAsync(UserBrowser.LoginPath(Nonce));
        Assert.NotNull(consent.FormTo("/continue"));
        foreach (var page in new[] { await attacker.Browser.OpenAsync(consent.Address.AbsolutePath), await PressAsync(attacker.Browser, consent) })
        {
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("<code>login_unknown</code>", page.Html, StringComparison.Ordinal);
        }

        // It waits for its own person as before.
        Assert.NotNull((await other.Browser.OpenAsync(consent.Address.AbsolutePath, "same-origin")).FormTo("/continue"));
    }

    // First as it stands, then where the other opened their folder by mistake.
    private static async Task GoThroughSocketAsync(SharedComputer computer, CardUser attacker, CardUser other)
    {
        var door = computer.Door(other.User);
        Assert.ThrowsAny<SocketException>(() => AsUser.Run(attacker.User, () => DoorCaller.Connect(door).Dispose()));

        await ChangeModeAsync("711", Path.GetDirectoryName(door)!);
        using var own = AsUser.Run(attacker.User, () =>
        {
            var browser = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            browser.Connect(IPAddress.Loopback, computer.Port);
            return browser;
        });
        using var caller = AsUser.Run(attacker.User, () => DoorCaller.Connect(door));
        AsUser.Run(attacker.User, () => Descriptors.Send(caller, "H"u8, (int)own.SafeHandle.DangerousGetHandle()));

        Assert.False(DoorCaller.IsTaken(caller));
        await ChangeModeAsync("710", Path.GetDirectoryName(door)!);
    }

    // As the page's own button: everything right but who presses it.
    private static Task<Page> PressAsync(UserBrowser browser, Page consent) => browser.SubmitAsync(consent.FormTo("/continue")!);

    // What other programs write arrives a moment later.
    private static async Task UntilAsync(Func<bool> holds, string otherwise)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); !holds();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < SharedComputer.Patience, otherwise);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task ChangeModeAsync(string mode, string path) =>
        Assert.Equal(0, (await TestProcess.RunAsync("chmod", [mode, path], TestContext.Current.CancellationToken)).ExitCode);
}
