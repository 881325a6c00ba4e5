using System.Security.Cryptography;
using Demo.Smoke;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>The agent where nobody could see a window: as a service in the background, over a remote shell, on a display that is gone.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class AgentWithoutDisplayTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-no-display-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData(":54321", null)]
    [InlineData("", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, "wayland-gone")]
    public async Task The_login_ends_with_a_code_and_a_sentence(string? display, string? wayland)
    {
        Require.Programs("pinentry-gtk-2", "pinentry-qt", "pinentry-gnome3", "pinentry-curses");
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var pcscd = await PrivatePcscd.StartAsync(Cancellation);
        await using var card = await InsertedCard.InAsync(pcscd, "adult-18", Cancellation);
        await using var agent = TestProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0", "--test-anchors", pki.AnchorsFolder],
            new Dictionary<string, string?>(pcscd.Environment)
            {
                ["DISPLAY"] = display,
                ["WAYLAND_DISPLAY"] = wayland,
                ["XDG_RUNTIME_DIR"] = home.FullName,
                ["DBUS_SESSION_BUS_ADDRESS"] = null,
                ["HOME"] = home.FullName,
                ["TMPDIR"] = home.FullName,
            },
            home.FullName);
        agent.StandardInput.Close();
        var listens = await agent.WaitForLineAsync("listens on", Patience, Cancellation);
        var started = TimeProvider.System.GetTimestamp();

        var page = await LogInAsync(new Uri(listens[listens.IndexOf("http://", StringComparison.Ordinal)..]));

        Assert.Contains("data-ending=\"pin_entry_unavailable\"", page);
        Assert.Contains("No place to type your PIN", page);
        Assert.Contains("Use a reader with keys, or start this program on your desktop.", page);
        Figures.Add($"PIN entry impossible, DISPLAY {display ?? "-"}, WAYLAND_DISPLAY {wayland ?? "-"}: said after", TimeProvider.System.GetElapsedTime(started).TotalSeconds, "s");
    }

    public void Dispose() => home.Delete(recursive: true);

    private static async Task<string> LogInAsync(Uri agent)
    {
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo));
        var request = LoginRequest.Create(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), returnTo!, new string('A', 22), "en");
        using var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(request.ToAgentAddress(agent.Port), Cancellation);
        var page = await browser.SubmitAsync(consent.FormTo("/continue")!, Cancellation);
        var begun = TimeProvider.System.GetTimestamp();
        while (page.FormTo("/signin-eid") is null)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience);
            await Task.Delay(100, Cancellation);
            page = await browser.GetAsync(page.Address, Cancellation);
        }

        return page.Html;
    }
}
