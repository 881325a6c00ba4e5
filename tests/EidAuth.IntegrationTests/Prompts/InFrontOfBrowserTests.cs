using System.Text;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A person looks at the browser and types there: the PIN window comes in front of it and takes the keyboard, and the window system itself is asked whether it did.</summary>
[Collection(OneDisplayAtATime.Name)]
[Trait("Group", TestGroup.Agent)]
public sealed class InFrontOfBrowserTests : IDisposable
{
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("eid-front-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gtk-2", "--start-maximized")]
    [InlineData("qt", "--start-maximized")]
    [InlineData("gnome3", "--start-maximized")]
    [InlineData("gtk-2", "--start-fullscreen")]
    [InlineData("qt", "--start-fullscreen")]
    public async Task The_window_opens_above_the_browser_and_has_the_keyboard(string flavor, string shape)
    {
        Require.Programs("chromium");
        await using var window = await PinWindow.PrepareAsync(flavor);
        await using var chromium = TestProcess.Start(
            "chromium",
            ["--no-sandbox", "--no-first-run", "--disable-gpu", $"--user-data-dir={profile.FullName}", shape, "data:text/html,<title>Townsite</title><input autofocus>"],
            new Dictionary<string, string?> { ["DISPLAY"] = window.Display.Name, ["HOME"] = profile.FullName, ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:" });
        var browser = await window.Display.FindOneAsync("Townsite");
        await window.Display.UntilAsync("the browser in front", async () => await window.Display.ActiveAsync() == browser);
        await window.Display.TypeAsync("hello");

        var asking = window.AskAsync();
        var id = await window.Display.FindOneAsync(PinWindow.Title);
        await window.Display.UntilAsync("the PIN window active", async () => await window.Display.ActiveAsync() == id);
        await window.Display.UntilAsync("the PIN window focused", async () => await window.Display.FocusedAsync() == id);

        Assert.Equal(id, await window.Display.TopmostAsync());
        await window.Display.TypeAsync("4711");
        await window.Display.PressAsync("Return");
        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal("4711", Encoding.ASCII.GetString(entry.Digits));
    }

    public void Dispose()
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser that is still ending wrote once more.
        }
    }
}
