using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EidAuth.IntegrationTests.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Canaries;

/// <summary>A PIN of 12 random digits typed by keys into each place there is, a wrong one before it: afterwards neither is in the agent's memory.</summary>
[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.Agent)]
public sealed partial class PinEntryMemoryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-typed-home-");
    private readonly DirectoryInfo programs = Directory.CreateTempSubdirectory("eidauth-typed-programs-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gtk-2")]
    [InlineData("qt")]
    [InlineData("gnome3")]
    public async Task Typed_into_a_window(string flavor)
    {
        RequireDump();
        await using var window = await PinWindow.PrepareAsync(flavor);
        File.CreateSymbolicLink(Path.Combine(programs.FullName, $"pinentry-{flavor}"), window.Program.Path);
        foreach (var needed in (string[])["setsid", "setpriv", "dotnet"])
        {
            File.CreateSymbolicLink(Path.Combine(programs.FullName, needed), Require.Program(needed)!);
        }

        var (wrong, pin) = Pins();
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", Cancellation, PrivatePcscd.VpcdPort, "--pin", pin);
        var variables = Variables(pcscd);
        (variables["DISPLAY"], variables["DBUS_SESSION_BUS_ADDRESS"]) = (window.Display.Name, window.Program.SessionBus);
        await using var agent = TestProcess.Start("dotnet", Arguments(pki.AnchorsFolder), variables, home.FullName);
        var listens = await agent.WaitForLineAsync("listens on", Patience, Cancellation);

        var login = AgentMemoryTests.LogInAsync(Address(listens));
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync(wrong);
        await window.Display.PressAsync("Return");

        // The first window is gone by then; the second is another program's and may have the same number.
        await window.Display.UntilAsync("the wrong PIN at the card", () => Task.FromResult(agent.StandardError.Contains("PIN refused", StringComparison.Ordinal)));
        await window.Display.FocusAsync(PinWindow.Title);
        await window.Display.TypeAsync(pin);
        await window.Display.PressAsync("Return");
        await login.WaitAsync(Patience, Cancellation);

        await AssertForgottenAsync(agent.Id, wrong, pin);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("pinentry-curses")]
    public async Task Typed_into_a_terminal(string? program)
    {
        RequireDump();
        Require.Programs("pinentry-curses");
        if (program is not null)
        {
            File.CreateSymbolicLink(Path.Combine(programs.FullName, program), Require.Program(program)!);
        }

        var (wrong, pin) = Pins();
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", Cancellation, PrivatePcscd.VpcdPort, "--pin", pin);
        var variables = Variables(pcscd).Where(variable => variable.Value is not null).Select(variable => $"{variable.Key}={variable.Value}");
        await using var terminal = await Terminal.OpenAsync(
            ["env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-C", home.FullName, .. variables, Require.Program("dotnet")!, .. Arguments(pki.AnchorsFolder)]);
        var login = AgentMemoryTests.LogInAsync(Address(await terminal.WaitForAsync("listens on")));

        await terminal.WaitForAsync("PIN:");
        await terminal.TypeAsync(wrong);
        await terminal.PressAsync("Enter");
        await terminal.WaitForAsync("The previous PIN was wrong.");
        await terminal.TypeAsync(pin);
        await terminal.PressAsync("Enter");
        await login.WaitAsync(Patience, Cancellation);

        await AssertForgottenAsync(await terminal.ProcessAsync(), wrong, pin);
    }

    public void Dispose()
    {
        home.Delete(recursive: true);
        programs.Delete(recursive: true);
    }

    private static void RequireDump() =>
        Require.OrSkip(OperatingSystem.IsLinux() && File.Exists(AgentMemoryTests.DumpProgram), "the runtime's createdump is not here");

    private static (string Wrong, string Right) Pins() => (RandomNumberGenerator.GetString("0123456789", 12), RandomNumberGenerator.GetString("0123456789", 12));

    private static string[] Arguments(string anchors) => [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0", "--test-anchors", anchors];

    private static Uri Address(string text) => new(AgentAddress().Match(text).Value);

    private async Task AssertForgottenAsync(int agent, string wrong, string pin)
    {
        var memory = await AgentMemoryTests.DumpAsync(agent, programs);

        // The names are in the token that waits on the page; that they are found shows that the search can find.
        Assert.NotEmpty(CanarySearch.In(memory, [Canary.Text("surname", Citizen.All["adult-18"].Surname)]));
        Assert.Empty(CanarySearch.In(memory, [Canary.Pin(pin)]));
        Assert.Empty(CanarySearch.In(memory, [Canary.Pin(wrong)]));
    }

    // No other place to type is on this path.
    private Dictionary<string, string?> Variables(PrivatePcscd pcscd) => new(pcscd.Environment)
    {
        ["PATH"] = programs.FullName,
        ["HOME"] = home.FullName,
        ["TMPDIR"] = home.FullName,
        ["WAYLAND_DISPLAY"] = null,
    };

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex AgentAddress();
}
